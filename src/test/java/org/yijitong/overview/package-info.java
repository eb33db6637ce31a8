/** Overviews, homes and explanations over facts really told. */
@NullMarked
package org.yijitong.overview;

import org.jspecify.annotations.NullMarked;
