package org.yijitong.activity.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.Draft;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Invalid;

/**
 * A meeting of a ledger and what becomes of it.
 *
 * @param organization whose meeting it was; null where that cannot be told
 * @param draft what would be written down; null unless it is new
 * @param fault why it cannot be taken; null otherwise
 * @param asked the names that must be answered first
 */
public record LedgerLine(
        Meeting meeting,
        @Nullable OrganizationId organization,
        Becoming verdict,
        @Nullable Draft draft,
        Invalid.@Nullable Fault fault,
        List<Asked> asked) {
    /** What becomes of it. */
    public enum Becoming {
        /** It will be written down. */
        NEW,
        /** It is recorded already, or stands twice in the file: it stays as it is. */
        LEFT,
        /** Somebody it names has to be told first. */
        ASKED,
        /** It cannot be taken, for a reason that is said. */
        REFUSED
    }

    /** The names that must be told first. */
    public List<String> names() {
        return asked.stream().map(Asked::name).toList();
    }

    static LedgerLine refused(Meeting meeting, @Nullable OrganizationId organization, String key, Object... arguments) {
        return new LedgerLine(
                meeting, organization, Becoming.REFUSED, null, new Invalid.Fault(key, List.of(arguments)), List.of());
    }

    LedgerLine refused(Invalid.Fault why) {
        return new LedgerLine(meeting, organization, Becoming.REFUSED, null, why, List.of());
    }
}
