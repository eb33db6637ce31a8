package org.yijitong.access;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.UnitId;

/** Where the holder of an account is known, so that they can be shown what is held on them. */
@Component
public class Selves {
    private final GrantStore grants;
    private final HolderStore holders;

    Selves(GrantStore grants, HolderStore holders) {
        this.grants = grants;
        this.holders = holders;
    }

    /**
     * Somebody in one unit.
     *
     * @param name of the unit
     * @param entries of the roster that stand for them: the one said to be theirs, and those joined into it; none where
     *     nobody said which is theirs
     */
    public record Self(UnitId unit, String name, List<UUID> entries) {}

    /** The unit that looks after the account first, then those where it has or had a post; at most 20. */
    @Transactional(readOnly = true)
    public List<Self> of(UUID account) {
        return grants.units(account).stream()
                .map(each -> new Self(each.unitId(), each.name(), holders.entries(each.unitId(), account)))
                .toList();
    }
}
