/** One's own mail address. */
@NullMarked
package org.yijitong.notice.web;

import org.jspecify.annotations.NullMarked;
