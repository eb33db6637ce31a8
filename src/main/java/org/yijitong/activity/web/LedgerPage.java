package org.yijitong.activity.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.imports.Asked;
import org.yijitong.activity.imports.LedgerImport;
import org.yijitong.activity.imports.LedgerLine;
import org.yijitong.activity.imports.LedgerLine.Becoming;
import org.yijitong.activity.imports.Meeting;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Page;

/**
 * A ledger that is being brought in.
 *
 * @param name of the organization
 * @param asked how many names have to be told
 * @param questions the first of them
 * @param first the place of the first row shown, from 0
 * @param refused why something could not be done; null otherwise
 */
public record LedgerPage(
        RecordAddress at,
        LedgerImport ledger,
        String name,
        Map<Becoming, Long> counts,
        int asked,
        List<Question> questions,
        List<Row> rows,
        int first,
        int total,
        @Nullable String refused) {
    /** What stands for nobody of the organization in a form. */
    public static final String NOBODY = "nobody";

    /**
     * A name that has to be told.
     *
     * @param organization in whose meetings it stands; null for the one whose ledger it is
     * @param people whom it may mean
     */
    public record Question(Asked asked, @Nullable String organization, Map<PersonId, String> people) {
        public String name() {
            return asked.name();
        }
    }

    /**
     * A line as it is shown.
     *
     * @param organization whose meeting it was; null for the one whose ledger it is
     * @param counts for what it will count
     * @param problem why it cannot be taken; null otherwise
     */
    public record Row(
            LedgerLine line,
            @Nullable String organization,
            List<String> counts,
            @Nullable String problem) {
        /** Whether it will be written down. */
        public boolean goesIn() {
            return line.verdict() == Becoming.NEW && problem == null;
        }
    }

    public String address() {
        return "/units/" + at.unit() + "/ledgers/" + ledger.id();
    }

    /** Where another file is chosen. */
    public String again() {
        return at.ledgers(ledger.organization());
    }

    /** Whether the page comes again by itself. */
    public boolean working() {
        return ledger.state() == LedgerImport.State.WRITING;
    }

    public long count(Becoming verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    /** The finding. */
    public String title(Page page) {
        return switch (ledger.state()) {
            case WRITTEN -> page.t("activity.ledger.written", ledger.total());
            case WRITING -> page.t("activity.ledger.writing", ledger.total());
            case STOPPED, FAILED -> page.t("activity.ledger.state." + ledger.state());
            case CHECKED ->
                asked == 0
                        ? page.t("activity.ledger.checked", total, count(Becoming.NEW))
                        : page.t("activity.ledger.asking", asked);
        };
    }

    /** Whether all that is new can be written down. */
    public boolean ready() {
        return asked == 0 && count(Becoming.NEW) > 0 && ledger.state() != LedgerImport.State.WRITTEN && !working();
    }

    /** Where it stood in the file. */
    public static String place(Page page, Meeting meeting) {
        return meeting.sheet().isEmpty()
                ? page.t("activity.ledger.row", meeting.row())
                : page.t("activity.ledger.sheet", meeting.sheet(), meeting.row());
    }

    /** When it was held; what stood there where it cannot be read. */
    public static String when(Meeting meeting) {
        if (meeting.day() == null) {
            return meeting.said();
        }
        String day = meeting.day().toString();
        return meeting.from() == null
                ? day
                : day + " " + meeting.from() + (meeting.to() == null ? "" : "–" + meeting.to());
    }

    /** What it was. */
    public static String kinds(Page page, Meeting meeting) {
        return meeting.kinds().isEmpty() ? meeting.kindsSaid() : Naming.kinds(page, meeting.kinds());
    }

    /** Who was absent, as it was read. */
    public static String absent(Page page, Meeting meeting) {
        return String.join(
                page.t("activity.and"),
                meeting.absences().stream()
                        .map(absent -> page.t(
                                "activity.absence",
                                absent.name(),
                                page.t("activity.cause." + absent.cause().name())))
                        .toList());
    }

    /** What should be looked at in its numbers. */
    public static List<String> notes(Page page, Meeting meeting) {
        return meeting.notes().stream()
                .map(note -> page.t(note.messageKey(), note.arguments().toArray()))
                .toList();
    }

    /** Whether a name may mean somebody of that name. */
    public static boolean isSame(String asked, String name) {
        return Objects.equals(asked, name.replaceAll("[\\s　]", ""));
    }

    /** Where the rows before or after these are. */
    public @Nullable String page(int step) {
        int next = first + step * 20;
        return next < 0 || next >= total ? null : address() + "?from=" + next;
    }
}
