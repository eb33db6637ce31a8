package org.yijitong.organization.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Persons;
import org.yijitong.organization.PlaceToBe;
import org.yijitong.organization.RosterFilter;
import org.yijitong.organization.Rosters;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** Makes the list of people that is part of a branch's page. */
@Component
class MemberLists {
    private static final int ROWS = 20;

    private final Rosters rosters;
    private final Persons persons;

    MemberLists(Rosters rosters, Persons persons) {
        this.rosters = rosters;
        this.persons = persons;
    }

    /**
     * The people of a branch or group on a day.
     *
     * @param path the address of the page it is part of
     * @param keep what else stands in that address and has to stay
     * @param query of its parameters {@code branch} may name a group of this branch
     */
    MemberList of(
            Page page,
            Scope scope,
            OrganizationId organization,
            AsOf asOf,
            String path,
            Map<String, String> keep,
            RosterQuery query) {
        List<PlaceToBe> groups = persons.places(scope, true).stream()
                .filter(place -> place.isGroup() && place.branch().equals(organization))
                .toList();
        RosterFilter asked = query.filter();
        OrganizationId within = asked.organization() == null ? organization : asked.organization();
        if (!within.equals(organization)
                && groups.stream().noneMatch(group -> group.id().equals(within))) {
            throw new NotFound();
        }
        RosterFilter filter = new RosterFilter(asked.query(), within, asked.kind(), asked.state());
        Rosters.RosterPage found =
                rosters.page(scope, filter, asOf, Objects.requireNonNullElse(query.after(), ""), ROWS);
        return new MemberList(
                new PeopleAddress(scope.unit()),
                path,
                keep,
                query,
                asOf.on(),
                rosters.tallies(scope, organization, asOf),
                found.rows().stream()
                        .map(row -> RosterLine.of(page, row, asOf.on()))
                        .toList(),
                found.next(),
                PersonChoices.places(groups));
    }
}
