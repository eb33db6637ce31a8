@NullMarked
package org.yijitong.demo;

import org.jspecify.annotations.NullMarked;
