package org.yijitong.mechanism.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.mechanism.DocumentDraft;
import org.yijitong.mechanism.DraftFrame;
import org.yijitong.mechanism.DraftFrames;
import org.yijitong.mechanism.DraftId;
import org.yijitong.mechanism.Drafts;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.DutyInWords;
import org.yijitong.mechanism.FactKind;
import org.yijitong.mechanism.MechanismTexts;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.mechanism.Publications;
import org.yijitong.mechanism.reading.Completion;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Lays out the page of one draft. */
@Component
class DraftPages {
    private final Drafts drafts;
    private final MechanismTexts kind;
    private final DraftFrames frames;
    private final Publications publications;
    private final Mechanisms mechanisms;
    private final List<FactKind> kinds;
    private final Completion completion;
    private final Days days;
    private final Templates html;

    DraftPages(
            Drafts drafts,
            MechanismTexts kind,
            DraftFrames frames,
            Publications publications,
            Mechanisms mechanisms,
            List<FactKind> kinds,
            Completion completion,
            Days days,
            Templates html) {
        this.drafts = drafts;
        this.kind = kind;
        this.frames = frames;
        this.publications = publications;
        this.mechanisms = mechanisms;
        this.kinds = List.copyOf(kinds);
        this.completion = completion;
        this.days = days;
        this.html = html;
    }

    Html one(Page page, Scope scope, DraftId id, DraftFrame.Typed typed) {
        DocumentDraft draft = drafts.find(scope, kind, id);
        DraftFrame frame = frames.of(page, scope, kind, draft, typed);
        List<Duty> duties = publications.check(frame.text()).duties();
        DraftPage shown = new DraftPage(
                frame,
                frame.open() ? FormReading.read(frame.text(), days.today()).orElse(null) : null,
                activities(page),
                duties.stream().map(duty -> new DutyInWords(duty, page.words())).toList(),
                comparison(page, duties),
                days.today().getYear() - 1);
        return new Html(html.mechanismDraft(page, shown, words(page)), frame.status());
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
        int latest = drafts.next(kind, mechanism) - 1;
        List<Duty> before = mechanisms.all().stream()
                .filter(duty -> duty.mechanism().id().equals(mechanism)
                        && duty.mechanism().version() == latest)
                .toList();
        return before.isEmpty() ? null : Comparison.of(page, before, duties);
    }
}
