package org.yijitong.mechanism.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yijitong.mechanism.DraftId;
import org.yijitong.mechanism.Drafts;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.DutyInWords;
import org.yijitong.mechanism.FactKind;
import org.yijitong.mechanism.MechanismDraft;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.mechanism.Publications;
import org.yijitong.mechanism.reading.Completion;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Lays out the page of one draft. */
@Component
class DraftPages {
    private final Drafts drafts;
    private final Publications publications;
    private final Mechanisms mechanisms;
    private final AccountNames accounts;
    private final List<FactKind> kinds;
    private final Completion completion;
    private final Days days;
    private final Templates html;

    DraftPages(
            Drafts drafts,
            Publications publications,
            Mechanisms mechanisms,
            AccountNames accounts,
            List<FactKind> kinds,
            Completion completion,
            Days days,
            Templates html) {
        this.drafts = drafts;
        this.publications = publications;
        this.mechanisms = mechanisms;
        this.accounts = accounts;
        this.kinds = List.copyOf(kinds);
        this.completion = completion;
        this.days = days;
        this.html = html;
    }

    /** @param typed what was typed and not kept; null when there is nothing */
    Html one(
            Page page,
            Scope scope,
            DraftId id,
            @Nullable String typed,
            Map<String, Invalid.Fault> faults,
            @Nullable String refused) {
        MechanismDraft draft = drafts.find(scope, id);
        String text = typed == null ? draft.content() : typed;
        Publications.Checked checked = publications.check(text);
        List<MechanismDraft.Step> steps = drafts.steps(scope, id);
        DraftPage shown = new DraftPage(
                draft,
                text,
                draft.state() == MechanismDraft.State.OPEN
                        ? FormReading.read(text, days.today()).orElse(null)
                        : null,
                activities(page),
                checked.faults().stream()
                        .map(fault -> fault.sentence(page.words()))
                        .toList(),
                checked.duties().stream()
                        .map(duty -> new DutyInWords(duty, page.words()))
                        .toList(),
                comparison(page, checked.duties()),
                days.today().getYear() - 1,
                scope.account(),
                steps,
                accounts.of(steps.stream().map(MechanismDraft.Step::accountId).collect(Collectors.toSet())),
                faults,
                refused);
        HttpStatus status = refused != null
                ? HttpStatus.CONFLICT
                : faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new Html(html.mechanismDraft(page, shown, words(page)), status);
    }

    /** The kinds of activity that a form offers. */
    Map<String, String> activities(Page page) {
        return MechanismForm.kinds(page, kinds);
    }

    /** The words a document may use. */
    WordList words(Page page) {
        return WordList.of(page, kinds, completion);
    }

    private @Nullable Comparison comparison(Page page, List<Duty> duties) {
        if (duties.isEmpty()) {
            return null;
        }
        String mechanism = duties.getFirst().mechanism().id();
        int latest = drafts.next(mechanism) - 1;
        List<Duty> before = mechanisms.all().stream()
                .filter(duty -> duty.mechanism().id().equals(mechanism)
                        && duty.mechanism().version() == latest)
                .toList();
        return before.isEmpty() ? null : Comparison.of(page, before, duties);
    }
}
