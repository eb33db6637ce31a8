/** Tests of starting and stopping. */
@NullMarked
package org.yijitong.operation;

import org.jspecify.annotations.NullMarked;
