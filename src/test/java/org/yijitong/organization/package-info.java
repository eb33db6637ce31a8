@NullMarked
package org.yijitong.organization;

import org.jspecify.annotations.NullMarked;
