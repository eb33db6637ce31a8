/** Last year's ledgers, read from workbooks as they are, shown first, then written down as records. */
@NullMarked
package org.yijitong.activity.imports;

import org.jspecify.annotations.NullMarked;
