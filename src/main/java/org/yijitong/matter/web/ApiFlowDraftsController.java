package org.yijitong.matter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowPublications;
import org.yijitong.matter.FlowTexts;
import org.yijitong.matter.Migration;
import org.yijitong.matter.Rehearsal;
import org.yijitong.matter.Rehearsing;
import org.yijitong.mechanism.ApiDrafts;
import org.yijitong.mechanism.DocumentDraft;
import org.yijitong.mechanism.DraftId;
import org.yijitong.mechanism.Drafts;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Scope;

/** Writing flows, for programs. */
@RestController
@RequestMapping(ApiFlowDraftsController.ADDRESS)
@Tag(name = "flows")
class ApiFlowDraftsController extends ApiDrafts {
    static final String ADDRESS = "/api/v1/flow-drafts";

    private final Drafts drafts;
    private final FlowTexts kind;
    private final FlowPublications publications;
    private final Rehearsing rehearsing;

    ApiFlowDraftsController(
            Drafts drafts, FlowTexts kind, FlowPublications publications, Rehearsing rehearsing, Posting posting) {
        super(drafts, kind, posting, ADDRESS);
        this.drafts = drafts;
        this.kind = kind;
        this.publications = publications;
        this.rehearsing = rehearsing;
    }

    /**
     * What would come of all running matters.
     *
     * @param before the version they run under; null when nothing does
     * @param going how many would be moved
     * @param notGoing how many could not be
     * @param staying the first of those, at most 20
     */
    record PreviewView(
            @Nullable Integer before, long going, long notGoing, List<CountView> counts, List<StayingView> staying) {}

    /** How many go from a state to another one. {@code to}: absent when they cannot, for which {@code why} is the reason. */
    record CountView(
            String from,
            @Nullable String to,
            @Nullable String why,
            @Nullable String what,
            long matters) {
        static CountView of(Rehearsal.Count count) {
            return new CountView(count.from(), count.to(), said(count.why()), said(count.what()), count.matters());
        }
    }

    /** A matter that could not be moved. {@code due}: until when its next step is due. */
    record StayingView(
            UUID matter,
            String title,
            String state,
            @Nullable LocalDate due,
            @Nullable String why,
            @Nullable String what) {
        static StayingView of(Migration.Line line) {
            return new StayingView(
                    line.matter().value(),
                    line.title(),
                    line.from(),
                    line.before(),
                    said(line.why()),
                    said(line.what()));
        }
    }

    private static @Nullable String said(String words) {
        return words.isEmpty() ? null : words;
    }

    @GetMapping("/{draft}/preview")
    @Operation(
            summary =
                    "What would come of all running matters of the unit under the version before, were this text published",
            description = "Nothing is stored. Of a text with faults 422; nothing for one that is published already.")
    PreviewView preview(Scope scope, @PathVariable UUID draft) {
        DocumentDraft found = drafts.find(scope, kind, new DraftId(draft));
        FlowPublications.Checked checked = publications.check(found.content());
        Flow flow = checked.flow()
                .orElseThrow(() -> new Invalid(
                        "text", "mechanism.staging.faults", checked.faults().size()));
        Rehearsal rehearsal =
                found.state() == DocumentDraft.State.PUBLISHED ? Rehearsal.NOTHING : rehearsing.of(scope, flow);
        return new PreviewView(
                rehearsal.before() == null ? null : rehearsal.before().head().version(),
                rehearsal.going(),
                rehearsal.notGoing(),
                rehearsal.counts().stream().map(CountView::of).toList(),
                rehearsal.staying().stream().map(StayingView::of).toList());
    }
}
