package org.yijitong.matter.web;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowInWords;
import org.yijitong.matter.FlowPublications;
import org.yijitong.matter.FlowTexts;
import org.yijitong.matter.Rehearsal;
import org.yijitong.matter.Rehearsing;
import org.yijitong.matter.reading.FlowCompletion;
import org.yijitong.mechanism.DraftFrame;
import org.yijitong.mechanism.DraftFrames;
import org.yijitong.mechanism.DraftId;
import org.yijitong.mechanism.Drafts;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import org.yijitong.yaml.Offer;
import yijitong.html.Templates;

/** Lays out the page of one draft of a flow. */
@Component
class FlowDraftPages {
    private final Drafts drafts;
    private final FlowTexts kind;
    private final DraftFrames frames;
    private final FlowPublications publications;
    private final Rehearsing rehearsing;
    private final FlowCompletion completion;
    private final Templates html;

    FlowDraftPages(
            Drafts drafts,
            FlowTexts kind,
            DraftFrames frames,
            FlowPublications publications,
            Rehearsing rehearsing,
            FlowCompletion completion,
            Templates html) {
        this.drafts = drafts;
        this.kind = kind;
        this.frames = frames;
        this.publications = publications;
        this.rehearsing = rehearsing;
        this.completion = completion;
        this.html = html;
    }

    /** @param typed what was typed and not kept, and what came of it */
    Html one(Page page, Scope scope, DraftId id, DraftFrame.Typed typed) {
        DraftFrame frame = frames.of(page, scope, kind, drafts.find(scope, kind, id), typed);
        FlowDraftPage shown = publications
                .check(frame.text())
                .flow()
                .map(flow -> told(page, scope, frame, flow))
                .orElse(new FlowDraftPage(frame, null, 0, 0, List.of(), List.of()));
        return new Html(html.matterFlowDraft(page, shown, offers(page)), frame.status());
    }

    /** The words a flow may use. */
    List<Offer> offers(Page page) {
        return completion.in(page.words());
    }

    private FlowDraftPage told(Page page, Scope scope, DraftFrame frame, Flow flow) {
        Rehearsal found = frame.published() ? Rehearsal.NOTHING : rehearsing.of(scope, flow);
        Flow before = Objects.requireNonNullElse(found.before(), flow);
        MatterAddress at = new MatterAddress(scope.unit());
        return new FlowDraftPage(
                frame,
                new FlowInWords(flow, page.words()),
                found.going(),
                found.notGoing(),
                found.counts().stream()
                        .map(count -> new FlowDraftPage.Count(
                                name(page, before, count.from()),
                                count.to() == null
                                        ? page.t("matter.migration.why." + count.why(), count.what())
                                        : name(page, flow, count.to()),
                                count.to() != null,
                                count.matters()))
                        .toList(),
                found.staying().stream()
                        .map(line -> new FlowDraftPage.Staying(
                                at.matter(line.matter()),
                                line.title(),
                                page.t("matter.migration.why." + line.why(), line.what())))
                        .toList());
    }

    private static String name(Page page, Flow flow, String state) {
        return flow.state(state)
                .map(each -> each.name().in(page.words().language()))
                .orElse(state);
    }
}
