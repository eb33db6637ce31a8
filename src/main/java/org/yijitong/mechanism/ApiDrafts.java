package org.yijitong.mechanism;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.yijitong.mechanism.DraftLine.DraftBody;
import org.yijitong.mechanism.DraftLine.DraftView;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** Writing documents of one kind, for programs: with the same two persons as in the browser. */
public abstract class ApiDrafts {
    private static final int MOST = 100;

    private final Drafts drafts;
    private final DraftKind kind;
    private final Posting posting;
    private final String address;

    /** @param address under which they are */
    protected ApiDrafts(Drafts drafts, DraftKind kind, Posting posting, String address) {
        this.drafts = drafts;
        this.kind = kind;
        this.posting = posting;
        this.address = address;
    }

    @GetMapping
    @Operation(summary = "Drafts, those that wait for a second person first; at most 100")
    public List<DraftLine> list(Scope scope) {
        return drafts.list(scope, kind, MOST).stream().map(DraftLine::of).toList();
    }

    @GetMapping("/{draft}")
    @Operation(summary = "One draft with its text")
    public DraftView one(Scope scope, @PathVariable UUID draft) {
        return DraftView.of(drafts.find(scope, kind, new DraftId(draft)));
    }

    @PostMapping
    @Operation(summary = "Begin a draft; a text with faults is kept, too")
    public ResponseEntity<Done> begin(Scope scope, HttpServletRequest request, @RequestBody DraftBody body) {
        return posting.made(scope, request, body, () -> href(drafts.begin(scope, kind, body.said(), body.reason())));
    }

    @PostMapping("/{draft}/{step}")
    @Operation(
            summary =
                    "texts: another text; submission: send it in; return: give it back with a reason; approval: agree,"
                            + " which publishes it, not for whoever wrote it or sent it in; dropping: give it up")
    public ResponseEntity<Done> step(
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

    private String href(DraftId draft) {
        return address + "/" + draft;
    }
}
