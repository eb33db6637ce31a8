package org.yijitong.matter.web;

import org.springframework.stereotype.Component;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.door.Askers;
import org.yijitong.matter.door.DoorKind;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;

/**
 * What a member may see and do who holds a post without working in an office: only what waits for that post, or what they
 * did a step of. Everybody else is bound by the reach alone.
 */
@Component
class MatterGuard {
    private final Permitted policy;
    private final Matters matters;
    private final Askers askers;

    MatterGuard(Permitted policy, Matters matters, Askers askers) {
        this.policy = policy;
        this.matters = matters;
        this.askers = askers;
    }

    /** Whether the reader sees only what waits for a post of their own. */
    boolean narrow(Page page) {
        return !may(page, "matter.read");
    }

    /** Whether the reader may begin matters and tie them to what they serve. */
    boolean mayAct(Page page) {
        return may(page, "matter.act");
    }

    boolean may(Page page, String action) {
        CurrentUser user = page.user();
        return user != null && policy.permits(user, action);
    }

    /** Whether a matter was raised at the door, and the reader may see by whom. */
    boolean maySeeAsker(Page page, Scope scope, Matter matter) {
        return DoorKind.of(matter.flow()).isPresent()
                && may(page, "matter.contact")
                && askers.raised(scope, matter.matterId());
    }

    void see(Page page, Scope scope, MatterId id) {
        if (narrow(page)) {
            matters.requireOwn(scope, id);
        }
    }

    void act(Page page, Scope scope, MatterId id) {
        if (narrow(page)) {
            matters.requireTurn(scope, id);
        }
    }
}
