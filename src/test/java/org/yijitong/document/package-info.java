/** Tests of reading and writing workbooks. */
@NullMarked
package org.yijitong.document;

import org.jspecify.annotations.NullMarked;
