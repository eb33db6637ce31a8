package org.yijitong.organization;

import org.springframework.context.annotation.Import;

/** What {@link Leavers} is made of, for a process that serves no pages. Not scanned: the product has its own. */
@Import({LeaverStore.class, IdentityStore.class, Leavers.class})
public final class LeaverParts {}
