/** Tests of the import of ledgers. */
@NullMarked
package org.yijitong.activity.imports;

import org.jspecify.annotations.NullMarked;
