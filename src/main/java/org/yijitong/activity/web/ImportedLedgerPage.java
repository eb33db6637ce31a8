package org.yijitong.activity.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.RecordLine;
import org.yijitong.activity.imports.ImportedLedger;
import org.yijitong.activity.imports.LedgerUndo;
import org.yijitong.activity.imports.Resting;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;

/**
 * A ledger that was written down, with its records.
 *
 * @param standing how many of its records were not withdrawn
 * @param undo how far taking it back is, or why it was not done lately; null otherwise
 * @param resting some of the records on which something rests
 * @param actors the names of those who wrote it down and took it back
 * @param next where the next records begin; empty when these are the last
 * @param first whether these records are the first
 * @param reason as it was typed
 * @param refused why something could not be done; null otherwise
 */
public record ImportedLedgerPage(
        RecordAddress at,
        ImportedLedger ledger,
        int standing,
        @Nullable LedgerUndo undo,
        List<Resting> resting,
        List<RecordLine> lines,
        Map<UUID, String> actors,
        String next,
        boolean first,
        String reason,
        Map<String, Invalid.Fault> faults,
        @Nullable String refused) {
    /** So many digits of a checksum tell files of one office apart. */
    private static final int DIGITS = 12;

    public String address() {
        return at.imported(ledger.importId());
    }

    /** The finding. */
    public String title(Page page) {
        if (ledger.undone() != null) {
            return page.t("activity.imported.head.undone", ledger.undone());
        }
        return working()
                ? page.t("activity.imported.head.working", standing)
                : page.t("activity.imported.head", ledger.records(), standing);
    }

    /** Who brought it in, when, and from what. */
    public String lead(Page page) {
        return page.t(
                "activity.imported.by",
                actor(ledger.accountId()),
                page.moment(ledger.recordedAt()),
                ledger.fileName(),
                ledger.organizationName(),
                ledger.hash().substring(0, DIGITS));
    }

    /** Who took it back, when and why. */
    public String undone(Page page) {
        return page.t(
                "activity.imported.undone.by",
                actor(ledger.undoneBy()),
                page.moment(Objects.requireNonNullElse(ledger.undoneAt(), Instant.EPOCH)),
                Objects.requireNonNullElse(ledger.undoneBecause(), ""));
    }

    private String actor(@Nullable UUID account) {
        return account == null ? "" : actors.getOrDefault(account, "");
    }

    /** Whether the page comes again by itself. */
    public boolean working() {
        return undo != null && undo.state() == LedgerUndo.State.RUNNING && !ledger.isUndone();
    }

    /** Why it was not taken back when that was tried last; null when it was not tried. */
    public @Nullable String failed(Page page) {
        if (undo == null || ledger.isUndone() || working()) {
            return null;
        }
        return undo.refused() != null
                ? page.t(undo.refused().messageKey(), undo.refused().arguments())
                : page.t("activity.imported.state." + undo.state());
    }

    /** On how many of its records something rests. */
    public int rests() {
        return resting.isEmpty() ? 0 : resting.getFirst().all();
    }

    /** Whether it can be taken back as a whole. */
    public boolean ready() {
        return !ledger.isUndone() && !working() && standing > 0 && resting.isEmpty();
    }

    /** What a record is called on which something rests. */
    public String name(Page page, Resting record) {
        String kinds = Naming.kinds(page, record.kinds());
        return record.title().isEmpty() ? kinds : page.t("activity.called", kinds, record.title());
    }
}
