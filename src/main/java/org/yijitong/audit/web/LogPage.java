package org.yijitong.audit.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.audit.Checkpoint;
import org.yijitong.audit.LogEntry;
import org.yijitong.shared.Page;

/**
 * A page of the log.
 *
 * @param query what was asked
 * @param entries newest first
 * @param names of accounts
 * @param actions that can be looked for, with their words
 * @param next the last entry shown, if there are more
 * @param last the last checkpoint, if there is one
 */
public record LogPage(
        LogQuery query,
        List<LogEntry> entries,
        Map<UUID, String> names,
        Map<String, String> actions,
        @Nullable String next,
        @Nullable Checkpoint last) {
    /** Who did it. */
    public String who(Page page, LogEntry entry) {
        return names.getOrDefault(entry.accountId(), page.t("audit.who.system"));
    }
}
