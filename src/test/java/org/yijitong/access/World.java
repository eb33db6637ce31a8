package org.yijitong.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Because;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Units;
import org.yijitong.organization.Units.Unit;

/** Units and accounts for a test, new each time: a committee, two departments below it, a bureau below the first. */
public class World {
    public static final String PASSWORD = "six horses on tuesday";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Units units;
    private final Accounts accounts;

    public World(Units units, Accounts accounts) {
        this.units = units;
        this.accounts = accounts;
    }

    /** committee ← department ← bureau; committee ← sibling; foreign stands alone. */
    public record Tree(Unit committee, Unit department, Unit bureau, Unit sibling, Unit foreign) {}

    public Tree tree() {
        Unit committee = unit("工委", null);
        Unit department = unit("数字厅", committee);
        return new Tree(committee, department, unit("信息局", department), unit("水务厅", committee), unit("外省", null));
    }

    /** A name that no other test uses. */
    public String name(String word) {
        return word + NUMBER.incrementAndGet();
    }

    public UUID account(String name, String role, Unit unit) {
        return accounts.create(
                name,
                name + "同志",
                PASSWORD,
                List.of(new Grant(role, unit.unitId(), unit.rootId().value())));
    }

    private Unit unit(String name, @Nullable Unit above) {
        String code = "T" + NUMBER.incrementAndGet();
        return units.found(
                Accounts.NOBODY,
                code,
                above == null ? null : above.unitId(),
                new OrganizationState(name + code, null, OrganizationKind.ORGAN_COMMITTEE, null, 0, null),
                new Because(LocalDate.parse("2020-01-01"), "test", null));
    }
}
