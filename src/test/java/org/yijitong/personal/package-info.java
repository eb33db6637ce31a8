/** What is held on people. */
@NullMarked
package org.yijitong.personal;

import org.jspecify.annotations.NullMarked;
