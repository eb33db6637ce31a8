/** Rosters coming in, from files written in the tests. */
@NullMarked
package org.yijitong.organization.imports;

import org.jspecify.annotations.NullMarked;
