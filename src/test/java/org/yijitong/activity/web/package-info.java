/** Tests of records. */
@NullMarked
package org.yijitong.activity.web;

import org.jspecify.annotations.NullMarked;
