/** Tests of the record of deeds. */
@NullMarked
package org.yijitong.audit;

import org.jspecify.annotations.NullMarked;
