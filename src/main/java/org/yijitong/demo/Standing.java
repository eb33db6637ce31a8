package org.yijitong.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yijitong.access.Accounts;
import org.yijitong.ledger.Openings;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Tree;
import org.yijitong.organization.TreeRow;
import org.yijitong.organization.Trees;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Moment;
import org.yijitong.shared.Scope;

/** Which organizations a unit had in a month, and what it owed from then on. */
@Component
class Standing {
    private final Trees trees;
    private final Openings openings;

    Standing(Trees trees, Openings openings) {
        this.trees = trees;
        this.openings = openings;
    }

    static Scope all(Unit unit) {
        return new Scope(Accounts.NOBODY, unit.unitId(), unit.rootId().value());
    }

    /** The tree without what came or went within the month, or the part of it that has passed. */
    List<TreeRow> in(Unit unit, YearMonth month, LocalDate today) {
        LocalDate end = month.atEndOfMonth().isBefore(today) ? month.atEndOfMonth() : today;
        List<TreeRow> rows = new ArrayList<>();
        Moment.at(StoryDays.at(end, 0), new Random(0), () -> {
            Set<OrganizationId> after = trees.asOf(all(unit), Tree.PARTY, AsOf.knownNow(end)).stream()
                    .map(TreeRow::organizationId)
                    .collect(Collectors.toSet());
            trees.asOf(all(unit), Tree.PARTY, AsOf.knownNow(month.atDay(1))).stream()
                    .filter(row -> after.contains(row.organizationId()))
                    .forEach(rows::add);
        });
        return rows;
    }

    /** Opens what is owed from now on. */
    void begin(Unit unit) {
        openings.open(unit.unitId());
    }

    /** Lets the planner know how much there is. */
    void survey() {
        openings.survey();
    }
}
