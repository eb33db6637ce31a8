package org.yijitong.ledger;

import org.springframework.context.annotation.Import;

/** What {@link Rebuild} is made of, for a process that does nothing else. Not scanned: the product has its own. */
@Import({RebuildStore.class, BookStore.class, ObligationStore.class, Openings.class, Rebuild.class})
public final class RebuildParts {}
