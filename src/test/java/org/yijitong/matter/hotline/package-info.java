/** Tests of the figures of the hotline. */
@NullMarked
package org.yijitong.matter.hotline;

import org.jspecify.annotations.NullMarked;
