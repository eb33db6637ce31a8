/**
 * A roster coming in from a workbook: read, understood, checked against what is held, shown, and then put in as a whole
 * or not at all. What was put in can be taken back as a whole while nothing rests on it.
 */
@NullMarked
package org.yijitong.organization.imports;

import org.jspecify.annotations.NullMarked;
