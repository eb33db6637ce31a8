/** The pages and the interface of module notice. */
@NullMarked
package org.yijitong.notice.web;

import org.jspecify.annotations.NullMarked;
