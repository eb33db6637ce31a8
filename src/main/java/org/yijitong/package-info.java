/** Yijitong (一记通): record once, it counts everywhere. */
@NullMarked
package org.yijitong;

import org.jspecify.annotations.NullMarked;
