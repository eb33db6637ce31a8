/**
 * Who did what and when: one entry in the transaction of every write, so that a change without its entry cannot exist.
 *
 * <p><b>Tables:</b> {@code audit.entries} (per unit), {@code audit.identity_entries} (accounts). Both can only be added
 * to. <b>Easy to get wrong:</b> no personal values in the detail: ids and names of fields, never identity numbers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.yijitong.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
