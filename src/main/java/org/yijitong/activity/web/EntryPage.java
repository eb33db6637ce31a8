package org.yijitong.activity.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.AttachedFile;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Entry;
import org.yijitong.activity.Outcomes;
import org.yijitong.activity.imports.ImportedLedger;
import org.yijitong.shared.Page;

/**
 * One record in one of its versions.
 *
 * @param versions all of them, the latest first; only the page of the record needs them
 * @param actors the names of those who wrote versions
 * @param answers what the guests said: true for yes; those who have not answered are absent
 * @param files what is attached
 * @param followed what came of it
 * @param panel what it counts for
 * @param mayTake whether its minutes may be had as a document
 * @param mayWrite whether it may be corrected and withdrawn
 * @param imported the ledger it was brought in with, where that may be opened; null otherwise
 * @param draft under which name the device kept what is saved now; null when nothing was just saved
 */
public record EntryPage(
        RecordAddress at,
        Entry entry,
        List<Entry.Version> versions,
        Map<UUID, String> actors,
        Map<Draft.Guest, Boolean> answers,
        List<AttachedFile> files,
        Outcomes.Came followed,
        Panel panel,
        boolean mayTake,
        boolean mayWrite,
        @Nullable ImportedLedger imported,
        @Nullable String draft) {
    public String address() {
        return at.record(entry.line().recordId());
    }

    public Draft draftOf() {
        return entry.draft();
    }

    public String actor(UUID account) {
        return actors.getOrDefault(account, "");
    }

    /** When and where. */
    public String when(Page page) {
        Draft.Occasion occasion = entry.draft().occasion();
        String day = page.words().longDate(occasion.day());
        if (occasion.from() == null) {
            return day;
        }
        return occasion.to() == null
                ? day + " " + occasion.from()
                : page.t(
                        "activity.form.when",
                        day,
                        occasion.from().toString(),
                        occasion.to().toString());
    }

    /** Who did not come, each with the cause. */
    public String absent(Page page) {
        return entry.draft().attendance().absences().stream()
                .map(absence -> page.t(
                        absence.note() == null ? "activity.absence" : "activity.absence.note",
                        entry.name(absence.person()),
                        page.t("activity.cause." + absence.cause().name()),
                        absence.note() == null ? "" : absence.note()))
                .collect(Collectors.joining(page.t("activity.and")));
    }

    /** Who sat in. */
    public String observers(Page page) {
        List<String> names = new java.util.ArrayList<>(
                entry.draft().attendance().observers().stream().map(entry::name).toList());
        if (!entry.draft().attendance().others().isEmpty()) {
            names.add(entry.draft().attendance().others());
        }
        return String.join(page.t("activity.and"), names);
    }

    /** What a guest said. */
    public String answer(Page page, Draft.Guest guest) {
        Boolean said = answers.get(guest);
        return page.t(
                said == null
                        ? "activity.guest.waiting"
                        : said ? "activity.guest.confirmed" : "activity.guest.declined");
    }

    /** Whether its minutes may be had: the version shown holds and was not withdrawn. */
    public boolean takeable() {
        return mayTake && entry.current() && !entry.line().withdrawn();
    }

    /** Whether it may be changed: the version shown holds and was not withdrawn. */
    public boolean changeable() {
        return mayWrite && entry.current() && !entry.line().withdrawn();
    }
}
