/** Papers for programs. */
@NullMarked
package org.yijitong.paper.api;

import org.jspecify.annotations.NullMarked;
