package org.yijitong.shared;

import java.util.Optional;
import java.util.UUID;

/** Who of a unit's roster acts; module access knows it, other modules ask. */
@FunctionalInterface
public interface Oneself {
    /** The person, if the acting account's holder stands in the roster of the unit in which it acts. */
    Optional<UUID> in(Scope scope);
}
