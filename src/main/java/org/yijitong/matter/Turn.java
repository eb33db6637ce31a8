package org.yijitong.matter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.matter.Flow.Step;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/**
 * Who takes a step.
 *
 * @param person who acts, if known
 * @param holds whether that person holds the post whose turn it is; otherwise it is done on behalf (代办)
 */
record Turn(@Nullable UUID person, boolean holds) {
    /** Whoever raised it at the door, and whom it is about, takes a step for themselves and on nobody’s behalf. */
    static Turn of(Scope scope, MatterRow row) {
        return new Turn(row.self(), row.holds() || scope.account().equals(Act.CALLER) || row.concerned());
    }

    /**
     * Whether it is somebody's turn: of those whose reach has the owner in it. What is judged is judged neither by the
     * account nor by the person that did it, nor by somebody else of the same organization who does not hold the post.
     * Whoever raised it at the door judges, too, where the flow lets them; whom it is about says what the flow lets them
     * say, and does nothing else in it.
     *
     * @throws Refused when it is not
     */
    static void check(Scope scope, MatterRow row, Step step, Known known) {
        if (!row.within()) {
            throw new Refused("matter.refused.turn");
        }
        if (scope.account().equals(Act.CALLER)) {
            if (!step.caller()) {
                throw new Refused("matter.refused.turn");
            }
            return;
        }
        if (row.concerned() && step.caller()) {
            return;
        }
        others(row);
        Known.Done judged = step.verifies() == null ? null : known.done().get(step.verifies());
        if (judged == null) {
            return;
        }
        UUID person = row.self();
        if (judged.account().equals(scope.account()) || (person != null && person.equals(judged.person()))) {
            throw new Refused("matter.refused.doer");
        }
        if (!row.holds() && !row.vacant() && scope.top().equals(judged.organization())) {
            throw new Refused("matter.refused.judge");
        }
    }

    /** @throws Refused when whoever acts is the one it is about: it is handled by others */
    static void others(MatterRow row) {
        if (row.concerned()) {
            throw new Refused("matter.refused.concerned");
        }
    }

    /**
     * The whole waits for its parts: it is neither reported as done nor closed while one is open and was not let go.
     *
     * @throws Refused when one is
     */
    static void waits(MatterRow row, Flow flow, Step step) {
        boolean judged = flow.steps().anyMatch(each -> step.id().equals(each.verifies()));
        boolean closes = !row.closed()
                && flow.state(step.to()).filter(Flow.State::closed).isPresent();
        if (row.parts() && (judged || closes)) {
            throw new Refused("matter.refused.parts");
        }
    }
}
