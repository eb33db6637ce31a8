/** Tests that drive a real browser over the whole product, and what every page must keep to. */
@NullMarked
package org.yijitong.journeys;

import org.jspecify.annotations.NullMarked;
