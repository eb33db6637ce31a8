/**
 * What people write in YAML, read with care: nothing is constructed from it, every name that may stand there is known
 * beforehand, and all that is wrong is said at once, each at its line and column, with the word that was likely meant.
 *
 * <p><b>Words:</b> entries are the names and values of one place; a scalar is a single value; a fault is one thing that is
 * wrong. <b>Easy to get wrong:</b> after a fault something harmless stands in, so that reading goes on; whoever reads a
 * document takes nothing of it unless there are no faults.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.yijitong.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
