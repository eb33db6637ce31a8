package org.yijitong.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** Reads the log of a unit, newest first. */
@Component
@Transactional(readOnly = true)
public class LogEntries {
    private final LogEntryStore store;

    LogEntries(LogEntryStore store) {
        this.store = store;
    }

    /**
     * Entries, newest first.
     *
     * @param before the last entry of the page before, or null for the first page
     * @param most how many, at most
     */
    public List<LogEntry> list(Scope scope, LogFilter filter, @Nullable UUID before, int most) {
        return store.list(scope.unit(), filter, before, most);
    }

    /**
     * One entry.
     *
     * @throws NotFound if the unit has no such entry
     */
    public LogEntry one(Scope scope, UUID entry) {
        return store.one(scope.unit(), entry).orElseThrow(NotFound::new);
    }
}
