/** The pages and the interface of the log. */
@NullMarked
package org.yijitong.audit.web;

import org.jspecify.annotations.NullMarked;
