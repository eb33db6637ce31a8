/**
 * The walls of the house, as tests: what may depend on what, how a statement looks, how a table looks, how long a file
 * is. Each rule is shown a planted violation, so that none of them can pass by looking at nothing.
 */
@NullMarked
package org.yijitong.architecture;

import org.jspecify.annotations.NullMarked;
