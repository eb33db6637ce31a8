/** Tests of the demonstration world. */
@NullMarked
package org.yijitong.demo;

import org.jspecify.annotations.NullMarked;
