package org.yijitong.shared;

import java.time.LocalDate;
import java.util.Optional;

/** Since when people are told something else about what is held on them; module personal knows it, others pass it on. */
@FunctionalInterface
public interface Announced {
    /** The day of the last change, of the notice or of whom one turns to in the unit; empty when there was none. */
    Optional<LocalDate> since(Scope scope);
}
