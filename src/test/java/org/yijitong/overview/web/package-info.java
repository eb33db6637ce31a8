/** Overviews, homes and explanations over facts really told. */
@NullMarked
package org.yijitong.overview.web;

import org.jspecify.annotations.NullMarked;
