/** Tests of the interface for programs. */
@NullMarked
package org.yijitong.organization.api;

import org.jspecify.annotations.NullMarked;
