/** Tests of the pages of the log. */
@NullMarked
package org.yijitong.audit.web;

import org.jspecify.annotations.NullMarked;
