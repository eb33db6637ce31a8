package org.yijitong.access;

import org.springframework.context.annotation.Import;

/** What {@link Lockdown} is made of, for a process that serves no pages. Not scanned: the product has its own. */
@Import({SessionStore.class, AccountStore.class, IdentityTieStore.class, Lockdown.class})
public final class LockdownParts {}
