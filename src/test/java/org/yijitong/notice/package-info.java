/** Tests of mail. */
@NullMarked
package org.yijitong.notice;

import org.jspecify.annotations.NullMarked;
