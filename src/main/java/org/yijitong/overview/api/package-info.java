/** Overviews and standings, for programs. */
@NullMarked
package org.yijitong.overview.api;

import org.jspecify.annotations.NullMarked;
