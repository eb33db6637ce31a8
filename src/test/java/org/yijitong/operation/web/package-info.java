/** Tests of the page of bundles. */
@NullMarked
package org.yijitong.operation.web;

import org.jspecify.annotations.NullMarked;
