/** Tests of the reading of flows. */
@NullMarked
package org.yijitong.matter.reading;

import org.jspecify.annotations.NullMarked;
