/** Tests of records. */
@NullMarked
package org.yijitong.activity;

import org.jspecify.annotations.NullMarked;
