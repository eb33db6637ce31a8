@NullMarked
package org.yijitong.document;

import org.jspecify.annotations.NullMarked;
