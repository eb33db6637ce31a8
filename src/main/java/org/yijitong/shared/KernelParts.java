package org.yijitong.shared;

import org.springframework.context.annotation.Import;

/** What stores need of the kernel, for a process that serves no pages. Not scanned: the product has its own. */
@Import({Db.class, Days.class})
public final class KernelParts {}
