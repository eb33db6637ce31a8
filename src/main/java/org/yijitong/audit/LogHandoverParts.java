package org.yijitong.audit;

import org.springframework.context.annotation.Import;

/** What {@link LogHandover} is made of, for the command that changes keys. Not scanned: the product has no use for it. */
@Import({LogStore.class, LogSigner.class, CheckpointFiles.class, Checkpoints.class, LogHandover.class})
public final class LogHandoverParts {}
