/** Pages on personal data. */
@NullMarked
package org.yijitong.personal.web;

import org.jspecify.annotations.NullMarked;
