/** What holds for every template, message bundle and asset; read from the sources, without a browser. */
@NullMarked
package org.yijitong.look;

import org.jspecify.annotations.NullMarked;
