/** The pages and the API of matters and flows. */
@NullMarked
package org.yijitong.matter.web;

import org.jspecify.annotations.NullMarked;
