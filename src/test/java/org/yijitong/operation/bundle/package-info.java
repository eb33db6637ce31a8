/** Tests of bundles: what goes out, what comes in, what is refused. */
@NullMarked
package org.yijitong.operation.bundle;

import org.jspecify.annotations.NullMarked;
