package org.yijitong.matter.web;

import org.springframework.stereotype.Component;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
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

    MatterGuard(Permitted policy, Matters matters) {
        this.policy = policy;
        this.matters = matters;
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
