/** Accounts, posts, sign-ins and the policy, for programs: JSON under {@code /api/v1}. Thin; the verbs do the work. */
@NullMarked
package org.yijitong.access.api;

import org.jspecify.annotations.NullMarked;
