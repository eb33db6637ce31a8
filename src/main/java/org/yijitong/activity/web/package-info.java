/** The pages of records: writing one down, what it counts for, lists, corrections. */
@NullMarked
package org.yijitong.activity.web;

import org.jspecify.annotations.NullMarked;
