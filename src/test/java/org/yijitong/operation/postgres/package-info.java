/** Tests of the embedded server: each way it is known to go wrong. */
@NullMarked
package org.yijitong.operation.postgres;

import org.jspecify.annotations.NullMarked;
