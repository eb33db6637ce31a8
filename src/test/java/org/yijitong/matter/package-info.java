/** Tests of matters and their flows. */
@NullMarked
package org.yijitong.matter;

import org.jspecify.annotations.NullMarked;
