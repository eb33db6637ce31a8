/** Tests of the door: sign-in, the gate, forged requests, headers. */
@NullMarked
package org.yijitong.access.web;

import org.jspecify.annotations.NullMarked;
