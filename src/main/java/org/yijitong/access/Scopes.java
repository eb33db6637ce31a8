package org.yijitong.access;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Turns a user and the unit a request names into a scope, or into nothing. */
@Component
public class Scopes {
    private final Policy policy;
    private final GrantStore store;

    Scopes(Policy policy, GrantStore store) {
        this.policy = policy;
        this.store = store;
    }

    /**
     * How far a user reaches in a unit by an action.
     *
     * @param reading whether the request only reads; outside the own unit nothing else is possible
     * @return the scope; nothing if the user may not, and equally if there is no such unit
     */
    @Transactional(readOnly = true)
    public Optional<Scope> of(CurrentUser user, String action, UnitId unit, boolean reading) {
        Optional<Policy.Reach> reach = policy.reach(user.role(), action);
        if (reach.isEmpty()) {
            return Optional.empty();
        }
        if (unit.equals(user.unit())) {
            return Optional.of(user.scope());
        }
        if (!reading || reach.get() == Policy.Reach.OWN) {
            return Optional.empty();
        }
        return store.rootBelow(user.unit(), unit).map(root -> new Scope(user.account(), unit, root));
    }
}
