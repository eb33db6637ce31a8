/** Tests of the interface for programs. */
@NullMarked
package org.yijitong.activity.api;

import org.jspecify.annotations.NullMarked;
