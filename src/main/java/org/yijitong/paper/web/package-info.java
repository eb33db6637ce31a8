/** Pages of papers. */
@NullMarked
package org.yijitong.paper.web;

import org.jspecify.annotations.NullMarked;
