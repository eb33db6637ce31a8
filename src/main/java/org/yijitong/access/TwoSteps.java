package org.yijitong.access;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.Days;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/**
 * Keeps programs from what stands behind the second step of signing in, which a person takes and a token does not: posts
 * that ask for it, and the accounts that hold one. Else whoever has found a token could make themselves an administrator,
 * or one's account their own. In a trial, where nobody is asked for it, nothing is kept.
 */
@Component
@Transactional(readOnly = true)
public class TwoSteps {
    private final FactorRule rule;
    private final AccountStore accounts;
    private final GrantStore grants;
    private final Days days;

    TwoSteps(FactorRule rule, AccountStore accounts, GrantStore grants, Days days) {
        this.rule = rule;
        this.accounts = accounts;
        this.grants = grants;
        this.days = days;
    }

    /**
     * For giving a post.
     *
     * @throws Refused for a token, if the role asks for the second step
     */
    public void requireToGive(SignedIn who, String role) {
        if (byToken(who) && rule.roles().contains(role)) {
            throw new Refused("access.two-steps");
        }
    }

    /**
     * For a change of an account. One that another unit looks after is left to who finds it absent.
     *
     * @throws Refused for a token, if the account holds or will hold a post that asks for the second step
     */
    public void requireFor(SignedIn who, Scope scope, UUID account) {
        if (byToken(who)
                && accounts.cared(scope.unit(), account)
                && grants.posts(account, days.today()).stream()
                        .map(GrantStore.Held::role)
                        .anyMatch(rule.roles()::contains)) {
            throw new Refused("access.two-steps");
        }
    }

    private static boolean byToken(SignedIn who) {
        return who.session() == null;
    }
}
