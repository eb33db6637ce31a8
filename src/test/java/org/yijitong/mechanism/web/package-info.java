/** The public pages of rules. */
@NullMarked
package org.yijitong.mechanism.web;

import org.jspecify.annotations.NullMarked;
