package org.yijitong.overview.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.RecordLine;
import org.yijitong.ledger.Explanation;
import org.yijitong.ledger.Source;
import org.yijitong.ledger.Stand;
import org.yijitong.mechanism.Duty;
import org.yijitong.organization.DayView;
import org.yijitong.overview.Why;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;

/**
 * Why an obligation stands as it does.
 *
 * @param address of this page
 * @param record where it can be written down; null where one may not, or need not
 * @param excuses whether one may allow that it is not done
 * @param grounds on which it may be allowed: value to words
 * @param account who allowed it; null when nobody did
 * @param typed what was typed into the form
 */
public record WhyPage(
        OverviewAddress at,
        String address,
        DayView day,
        Why why,
        @Nullable String record,
        boolean excuses,
        Map<String, String> grounds,
        @Nullable String account,
        Map<String, String> typed,
        Map<String, Invalid.Fault> faults,
        @Nullable String refused) {
    public Stand stand() {
        return why.explanation().stand();
    }

    public Duty duty() {
        return why.explanation().duty();
    }

    /** The finding: 还差 1 次, 已经办好. */
    public String title(Page page) {
        DutyWords words = new DutyWords(page);
        Stand stand = stand();
        String name = page.t(
                "overview.due.name",
                words.name(duty()),
                page.words()
                        .period(
                                stand.periodFrom(),
                                stand.periodTo(),
                                day.today().getYear()));
        return page.t("overview.why.title." + stand.state().name(), name, words.plain(stand.missing()));
    }

    /** The record that a line came from, if it is one within reach. */
    public @Nullable RecordLine record(Source source) {
        return source.kind().equals("record") ? why.records().get(new RecordId(source.id())) : null;
    }

    /** What a line came from, in words. */
    public String called(Page page, Source source) {
        RecordLine line = record(source);
        return line == null ? page.t("overview.why.elsewhere") : HomePage.called(page, line);
    }

    /** What does not count: what fails, each with what would satisfy it. */
    public String failing(Page page, Explanation.Other other) {
        DutyWords words = new DutyWords(page);
        String failing = other.failing().stream()
                .map(reason -> words.failing(reason, duty().fact()))
                .collect(java.util.stream.Collectors.joining(page.t("overview.semicolon")));
        return failing.isEmpty() ? page.t("overview.why.other-rule") : failing;
    }
}
