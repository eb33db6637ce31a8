/**
 * Organizations coming in from a workbook (组织架构表) and going out again: a chart is such a workbook. It is read, understood,
 * compared with the trees, shown, and then put in as a whole or not at all.
 *
 * <p>Only the file is kept, sealed, until somebody decides. What it would do is worked out anew from file and trees every
 * time it is shown, so that there is nothing that could be out of date; a fingerprint of what was shown comes back with
 * the word to put it in, and must be that of what would happen then. A chart is small: a few hundred rows are read and compared
 * in a tenth of a second, the 20,000 that may come in a few seconds.
 *
 * <p>Easy to get wrong: an organization is known by its code, without one by its full name; blanks never erase; what is
 * not in the file is left as it is.
 */
@NullMarked
package org.yijitong.organization.charts;

import org.jspecify.annotations.NullMarked;
