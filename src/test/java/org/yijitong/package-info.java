/** What the tests of every module stand on. */
@NullMarked
package org.yijitong;

import org.jspecify.annotations.NullMarked;
