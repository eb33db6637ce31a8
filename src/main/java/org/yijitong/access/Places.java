package org.yijitong.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.Tree;
import org.yijitong.organization.TreeRow;
import org.yijitong.organization.Trees;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** The organizations at which posts are held. */
@Component
public class Places {
    private final Trees trees;
    private final Days days;

    Places(Trees trees, Days days) {
        this.trees = trees;
        this.days = days;
    }

    /** The name of an organization of the Party tree of a unit today; nothing if it is not there. */
    Optional<String> name(UnitId unit, UUID organization) {
        Scope scope = new Scope(Accounts.NOBODY, unit, organization);
        return trees.asOf(scope, Tree.PARTY, AsOf.knownNow(days.today())).stream()
                .filter(row -> row.organizationId().value().equals(organization))
                .findFirst()
                .map(TreeRow::display);
    }

    /** The organizations of the Party tree that a scope reaches today, superiors first. */
    public List<Place> of(Scope scope) {
        return trees.asOf(scope, Tree.PARTY, AsOf.knownNow(days.today())).stream()
                .map(row -> new Place(row.organizationId().value(), row.display(), row.depth()))
                .toList();
    }
}
