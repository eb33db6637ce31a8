/** Tests of accounts, sign-in and the policy. */
@NullMarked
package org.yijitong.access;

import org.jspecify.annotations.NullMarked;
