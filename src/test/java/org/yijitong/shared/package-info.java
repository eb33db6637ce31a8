/** Tests of the shared kernel. */
@NullMarked
package org.yijitong.shared;

import org.jspecify.annotations.NullMarked;
