package org.yijitong.access;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who has to sign in by two steps: in production whoever holds a role of which the policy file says {@code second-factor:
 * true}; in a trial, such as the demonstration world, nobody.
 */
@Component
class FactorRule {
    private final List<String> roles;

    FactorRule(Policy policy, @Value("${yijitong.second-factor:false}") boolean required) {
        roles = required
                ? policy.roles().stream().filter(policy::needsSecondFactor).toList()
                : List.of();
    }

    /** The roles that ask for it on this installation. */
    List<String> roles() {
        return roles;
    }
}
