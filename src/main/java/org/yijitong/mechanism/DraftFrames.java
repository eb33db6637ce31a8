package org.yijitong.mechanism;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** Gathers what the page of a draft shows, whatever it is a document of. */
@Component
public class DraftFrames {
    private final Drafts drafts;
    private final AccountNames accounts;

    DraftFrames(Drafts drafts, AccountNames accounts) {
        this.drafts = drafts;
        this.accounts = accounts;
    }

    /**
     * One that was found in the unit.
     *
     * @param typed what was typed and not kept, and what came of it
     */
    public DraftFrame of(Page page, Scope scope, DraftKind kind, DocumentDraft draft, DraftFrame.Typed typed) {
        String text = typed.text() == null ? draft.content() : typed.text();
        DraftKind.Read read = kind.read(text);
        List<DocumentDraft.Step> steps = drafts.steps(scope, draft.draftId());
        return new DraftFrame(
                draft,
                text,
                read.faults().stream()
                        .map(fault -> fault.sentence(page.words()))
                        .toList(),
                read.head().isPresent(),
                scope.account(),
                steps,
                accounts.of(steps.stream().map(DocumentDraft.Step::accountId).collect(Collectors.toSet())),
                typed.faults(),
                typed.refused());
    }
}
