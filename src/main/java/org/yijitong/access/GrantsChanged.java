package org.yijitong.access;

import java.util.Set;
import org.yijitong.shared.UnitId;

/**
 * In a unit, somebody was given posts or lost them, or an account that holds them was suspended or reinstated. Published in
 * the transaction of the change; a post that ends by its last day is not told of.
 *
 * @param roles those that the posts carry
 */
public record GrantsChanged(UnitId unit, Set<String> roles) {
    public GrantsChanged {
        roles = Set.copyOf(roles);
    }
}
