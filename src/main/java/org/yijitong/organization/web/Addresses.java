package org.yijitong.organization.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Superior;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Link;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;

/** Addresses of organizations, and whether the user may change them. */
@Component
class Addresses {
    /** The action of the policy file that all forms of organizations belong to. */
    static final String CHANGE = "organization.change";

    private final ObjectProvider<Permitted> policy;

    Addresses(ObjectProvider<Permitted> policy) {
        this.policy = policy;
    }

    static String tree(Scope scope) {
        return "/units/" + scope.unit() + "/organizations";
    }

    static String of(Scope scope, OrganizationId organization) {
        return tree(scope) + "/" + organization;
    }

    /** An id in an address; what is not one names nothing. */
    static OrganizationId id(String text) {
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new NotFound();
        }
        return new OrganizationId(UUID.fromString(text));
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

    /** Nothing of another unit can be changed, and nothing of the past. */
    boolean mayChange(Page page, Scope scope, DayView day) {
        CurrentUser user = page.user();
        Permitted permitted = policy.getIfAvailable();
        return user != null
                && permitted != null
                && !day.past()
                && scope.unit().equals(user.unit())
                && permitted.permits(user, CHANGE);
    }
}
