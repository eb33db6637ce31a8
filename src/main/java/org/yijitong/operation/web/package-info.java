/** The page of bundles, and the same for programs. */
@NullMarked
package org.yijitong.operation.web;

import org.jspecify.annotations.NullMarked;
