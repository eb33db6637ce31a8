/**
 * Reads what people write: documents of mechanisms and the calendar of working days. Every word that may be written is
 * known beforehand, and everything that is wrong is said at its line and column, all of it at once.
 */
@NullMarked
package org.yijitong.mechanism.reading;

import org.jspecify.annotations.NullMarked;
