/**
 * Reads flows: what is written, and whether a matter could get stuck in it. A flow that could is refused, with the way
 * that leads there.
 */
@NullMarked
package org.yijitong.matter.reading;

import org.jspecify.annotations.NullMarked;
