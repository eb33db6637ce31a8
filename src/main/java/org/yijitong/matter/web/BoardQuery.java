package org.yijitong.matter.web;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.yijitong.matter.MatterFilter;
import org.yijitong.shared.Cursor;
import org.yijitong.shared.Cut;
import org.yijitong.shared.Ids;

/** Reads what the board is asked for from its address; what is written in no way we know does not matter. */
final class BoardQuery {
    private static final int LONGEST = 100;

    private BoardQuery() {}

    static MatterFilter filter(MultiValueMap<String, String> values) {
        String text = MatterController.value(values, "text");
        return new MatterFilter(
                false,
                MatterController.value(values, "settled").equals("true"),
                MatterController.value(values, "late").equals("true"),
                written(values, "flow"),
                written(values, "state"),
                Ids.read(MatterController.value(values, "owner")).orElse(null),
                Cut.at(LONGEST, text),
                Cursor.read(MatterController.value(values, "after")).orElse(null));
    }

    private static @Nullable String written(MultiValueMap<String, String> values, String name) {
        String value = MatterController.value(values, name);
        return value.isEmpty() ? null : value;
    }
}
