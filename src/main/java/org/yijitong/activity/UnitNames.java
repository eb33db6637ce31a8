package org.yijitong.activity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.UnitId;

/** The units one may have held something with. */
@Component
@Transactional(readOnly = true)
public class UnitNames {
    private final GuestStore store;

    UnitNames(GuestStore store) {
        this.store = store;
    }

    /** Every unit by name, at most 500. */
    public Map<UnitId, String> all() {
        Map<UnitId, String> names = new LinkedHashMap<>();
        store.units().forEach(unit -> names.put(unit.unitId(), unit.name()));
        return names;
    }
}
