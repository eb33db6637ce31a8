package org.yijitong.mechanism.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.mechanism.DraftId;
import org.yijitong.mechanism.Drafts;
import org.yijitong.mechanism.MechanismDraft;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** Writing documents, for programs: with the same two persons as in the browser. */
@RestController
@RequestMapping("/api/v1/mechanism-drafts")
@Tag(name = "mechanisms")
class ApiDraftController {
    private static final int MOST = 100;

    private final Drafts drafts;
    private final Posting posting;

    ApiDraftController(Drafts drafts, Posting posting) {
        this.drafts = drafts;
        this.posting = posting;
    }

    /** A draft without its text. */
    record DraftLine(UUID id, int revision, MechanismDraft.State state, String title, Instant changedAt) {
        static DraftLine of(MechanismDraft draft) {
            return new DraftLine(
                    draft.draftId().value(), draft.revision(), draft.state(), draft.title(), draft.changedAt());
        }
    }

    /** A draft with its text. */
    record DraftView(DraftLine draft, String text) {}

    /**
     * What is said of a draft.
     *
     * @param revision the one that was read; not for a new one
     * @param text the document in YAML, for a new one and for another text
     * @param why what it is for, or why it goes back
     */
    record DraftBody(
            @Nullable Integer revision,
            @Nullable String text,
            @Nullable String why) {
        int read() {
            return Objects.requireNonNullElse(revision, 0);
        }

        String said() {
            return Objects.requireNonNullElse(text, "");
        }

        String reason() {
            return Objects.requireNonNullElse(why, "").strip();
        }
    }

    @GetMapping
    @Operation(summary = "Drafts, those that wait for a second person first; at most 100")
    List<DraftLine> list(Scope scope) {
        return drafts.list(scope, MOST).stream().map(DraftLine::of).toList();
    }

    @GetMapping("/{draft}")
    @Operation(summary = "One draft with its text")
    DraftView one(Scope scope, @PathVariable UUID draft) {
        MechanismDraft found = drafts.find(scope, new DraftId(draft));
        return new DraftView(DraftLine.of(found), found.content());
    }

    @PostMapping
    @Operation(summary = "Begin a draft; a text with faults is kept, too")
    ResponseEntity<Done> begin(Scope scope, HttpServletRequest request, @RequestBody DraftBody body) {
        return posting.made(scope, request, body, () -> href(drafts.begin(scope, body.said(), body.reason())));
    }

    @PostMapping("/{draft}/{step}")
    @Operation(
            summary =
                    "texts: another text; submission: send it in; return: give it back with a reason; approval: agree,"
                            + " which publishes it, not for whoever wrote it or sent it in; dropping: give it up")
    ResponseEntity<Done> step(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID draft,
            @PathVariable String step,
            @RequestBody DraftBody body) {
        DraftId id = new DraftId(draft);
        DraftStep done = DraftStep.of(step);
        return posting.changed(scope, request, body, () -> {
            done.on(drafts, scope, id, new DraftStep.Said(body.read(), body.text(), body.reason()));
            return href(id);
        });
    }

    private static String href(DraftId draft) {
        return "/api/v1/mechanism-drafts/" + draft;
    }
}
