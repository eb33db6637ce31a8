package org.yijitong.audit;

import org.springframework.context.annotation.Import;

/** What {@link Audit} is made of, for a process that serves no pages. Not scanned: the product has its own. */
@Import({AuditStore.class, Audit.class})
public final class AuditParts {}
