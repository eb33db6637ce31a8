package org.yijitong.mechanism.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.mechanism.DraftId;
import org.yijitong.mechanism.DraftLine;
import org.yijitong.mechanism.DraftLine.DraftBody;
import org.yijitong.mechanism.DraftLine.DraftView;
import org.yijitong.mechanism.DraftStep;
import org.yijitong.mechanism.Drafts;
import org.yijitong.mechanism.MechanismTexts;
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
    private final MechanismTexts kind;
    private final Posting posting;

    ApiDraftController(Drafts drafts, MechanismTexts kind, Posting posting) {
        this.drafts = drafts;
        this.kind = kind;
        this.posting = posting;
    }

    @GetMapping
    @Operation(summary = "Drafts, those that wait for a second person first; at most 100")
    List<DraftLine> list(Scope scope) {
        return drafts.list(scope, kind, MOST).stream().map(DraftLine::of).toList();
    }

    @GetMapping("/{draft}")
    @Operation(summary = "One draft with its text")
    DraftView one(Scope scope, @PathVariable UUID draft) {
        return DraftView.of(drafts.find(scope, kind, new DraftId(draft)));
    }

    @PostMapping
    @Operation(summary = "Begin a draft; a text with faults is kept, too")
    ResponseEntity<Done> begin(Scope scope, HttpServletRequest request, @RequestBody DraftBody body) {
        return posting.made(scope, request, body, () -> href(drafts.begin(scope, kind, body.said(), body.reason())));
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
            done.on(drafts, scope, kind, id, body.step());
            return href(id);
        });
    }

    private static String href(DraftId draft) {
        return "/api/v1/mechanism-drafts/" + draft;
    }
}
