package org.yijitong.activity.web;

import org.springframework.stereotype.Component;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;

/** Whether a user may write records, or plan; pages leave out what would be refused anyway. */
@Component
class RecordRights {
    private final Permitted policy;

    RecordRights(Permitted policy) {
        this.policy = policy;
    }

    boolean mayPlan(CurrentUser user, Scope scope) {
        return scope.unit().equals(user.unit()) && policy.permits(user, "plan.write");
    }

    /** Whether papers may be made of what is shown. */
    boolean mayTake(CurrentUser user) {
        return policy.permits(user, "paper.read");
    }

    /** Whether what was decided may be followed from here. */
    boolean mayFollow(CurrentUser user, Scope scope) {
        return scope.unit().equals(user.unit()) && policy.permits(user, "matter.act");
    }

    boolean mayWrite(CurrentUser user, Scope scope) {
        return scope.unit().equals(user.unit()) && policy.permits(user, "record.write");
    }
}
