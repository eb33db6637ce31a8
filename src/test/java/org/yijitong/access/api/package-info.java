/** Tests of accounts, posts, sign-ins and the policy for programs. */
@NullMarked
package org.yijitong.access.api;

import org.jspecify.annotations.NullMarked;
