package org.yijitong.organization.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yijitong.organization.DayView;
import org.yijitong.organization.Holding;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Persons;
import org.yijitong.organization.Profile;
import org.yijitong.organization.Superior;
import org.yijitong.organization.Tree;
import org.yijitong.organization.Units;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Link;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;

/** Addresses of organizations, and whether the user may change them. */
@Component
class Addresses {
    /** The action of the policy file that all forms of organizations belong to. */
    static final String CHANGE = "organization.change";

    /** The action of the policy file that taking trees out belongs to. */
    private static final String TAKE = "organization.take";

    /** The action of the policy file that the pages of people belong to. */
    private static final String PEOPLE = "people.see";

    private final ObjectProvider<Permitted> policy;
    private final Persons persons;
    private final Units units;

    Addresses(ObjectProvider<Permitted> policy, Persons persons, Units units) {
        this.policy = policy;
        this.persons = persons;
        this.units = units;
    }

    static String tree(Scope scope) {
        return "/units/" + scope.unit() + "/organizations";
    }

    static String of(Scope scope, OrganizationId organization) {
        return tree(scope) + "/" + organization;
    }

    /** An id in an address; what is not one names nothing. */
    static OrganizationId id(String text) {
        return new OrganizationId(Ids.inAddress(text));
    }

    /** The way from the top as far as the scope reaches. */
    static List<Link> way(Scope scope, List<Superior> above, DayView day) {
        List<Link> way = new ArrayList<>();
        above.stream()
                .filter(Superior::within)
                .forEach(superior ->
                        way.add(new Link(of(scope, superior.organizationId()) + day.query(), superior.name())));
        return way;
    }

    /** The pages of those in posts whom the user may open. */
    Map<PersonId, String> people(Page page, Scope scope, Profile profile) {
        CurrentUser user = page.user();
        Permitted permitted = policy.getIfAvailable();
        if (user == null || permitted == null || !permitted.permits(user, PEOPLE)) {
            return Map.of();
        }
        PeopleAddress at = new PeopleAddress(scope.unit());
        List<PersonId> held = profile.held().stream().map(Holding::personId).toList();
        return persons.reached(scope, held).stream()
                .collect(Collectors.toMap(person -> person, person -> at.person(person)));
    }

    /**
     * What the top of a unit is subordinate to, in the unit above. Who reads from above may open it: the way down led
     * through it.
     */
    Optional<Link> above(Page page, Scope scope, Profile profile) {
        CurrentUser user = page.user();
        if (profile.state().superior() != null || profile.state().kind().tree() != Tree.PARTY) {
            return Optional.empty();
        }
        boolean open = user != null && !scope.unit().equals(user.unit());
        return units.above(scope.unit())
                .map(unit -> new Link(open ? "/units/" + unit.unitId() + "/organizations" : "", unit.name()));
    }

    /** Nothing of another unit can be changed, and nothing of the past. */
    boolean mayChange(Page page, Scope scope, DayView day) {
        return !day.past() && may(page, scope, CHANGE);
    }

    /** Trees are taken out of the own unit only. */
    boolean mayTake(Page page, Scope scope) {
        return may(page, scope, TAKE);
    }

    private boolean may(Page page, Scope scope, String action) {
        CurrentUser user = page.user();
        Permitted permitted = policy.getIfAvailable();
        return user != null && permitted != null && scope.unit().equals(user.unit()) && permitted.permits(user, action);
    }
}
