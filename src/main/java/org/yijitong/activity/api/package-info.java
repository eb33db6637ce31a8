/** The interface for programs: records. */
@NullMarked
package org.yijitong.activity.api;

import org.jspecify.annotations.NullMarked;
