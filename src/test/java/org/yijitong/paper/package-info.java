/** Tests of papers. */
@NullMarked
package org.yijitong.paper;

import org.jspecify.annotations.NullMarked;
