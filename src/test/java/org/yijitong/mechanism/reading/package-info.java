/** What may be written, and what is said of the rest. */
@NullMarked
package org.yijitong.mechanism.reading;

import org.jspecify.annotations.NullMarked;
