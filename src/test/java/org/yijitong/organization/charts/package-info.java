/** Workbooks of organizations coming in and going out again. */
@NullMarked
package org.yijitong.organization.charts;

import org.jspecify.annotations.NullMarked;
