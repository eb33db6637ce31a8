/** Overviews and standings as programs read them. */
@NullMarked
package org.yijitong.overview.api;

import org.jspecify.annotations.NullMarked;
