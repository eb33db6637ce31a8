/** Documents, duties, conditions and working days. */
@NullMarked
package org.yijitong.mechanism;

import org.jspecify.annotations.NullMarked;
