package org.yijitong.audit;

import org.springframework.context.annotation.Import;

/** What {@link LogCheck} and {@link LogExport} are made of, for a process that does nothing else. Not scanned: the product has its own. */
@Import({LogStore.class, LogCheckStore.class, LogSigner.class, CheckpointFiles.class, LogCheck.class, LogExport.class})
public final class LogCheckParts {}
