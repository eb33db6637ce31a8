/** Tests of the pages of matters. */
@NullMarked
package org.yijitong.matter.web;

import org.jspecify.annotations.NullMarked;
