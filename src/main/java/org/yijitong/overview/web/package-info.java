/** The pages of overviews, homes and explanations. */
@NullMarked
package org.yijitong.overview.web;

import org.jspecify.annotations.NullMarked;
