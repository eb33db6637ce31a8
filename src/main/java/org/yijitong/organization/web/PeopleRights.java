package org.yijitong.organization.web;

import org.springframework.stereotype.Component;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;

/** What a user may do with people; pages leave out what would be refused anyway. */
@Component
public class PeopleRights {
    /**
     * What may be done.
     *
     * @param amend change what is held on people
     * @param manage add, transfer, let leave, join entries
     * @param numbers see and set identity numbers
     * @param take take copies out
     */
    public record May(boolean amend, boolean manage, boolean numbers, boolean take) {}

    private final Permitted policy;

    PeopleRights(Permitted policy) {
        this.policy = policy;
    }

    May of(CurrentUser user, Scope scope) {
        boolean own = scope.unit().equals(user.unit());
        return new May(
                own && policy.permits(user, "people.amend"),
                own && policy.permits(user, "people.manage"),
                own && policy.permits(user, "people.numbers"),
                own && policy.permits(user, "people.take"));
    }
}
