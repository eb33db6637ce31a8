package org.yijitong.mechanism;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.mechanism.DocumentDraft.State;
import org.yijitong.mechanism.DocumentDraft.Step;
import org.yijitong.shared.Cut;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;
import org.yijitong.yaml.DocumentFault;

/**
 * Documents being written in the browser, of whatever kind. One person writes and sends in, another agrees, and at that
 * moment it is published, as if its file had been put into the data folder. The unit at the top writes documents for every
 * unit; any other writes for itself and those below, and its documents say so ({@code units}).
 */
@Component
@Transactional
public class Drafts {
    private static final int LONGEST = 200_000;
    private static final int LONGEST_NOTE = 500;
    private static final Pattern VERSION = Pattern.compile("(?m)^version:\\s*\\d+");
    private static final Pattern UNTIL = Pattern.compile("\\buntil:\\s*[-0-9]+");

    private final DraftStore store;
    private final DraftReach reach;
    private final Audit audit;
    private final Clock clock;
    private final Uuid7 ids;

    Drafts(DraftStore store, DraftReach reach, Audit audit, Clock clock, Uuid7 ids) {
        this.store = store;
        this.reach = reach;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /** Those of every kind. */
    @Transactional(readOnly = true)
    public List<DocumentDraft> list(Scope scope, int limit) {
        return store.list(scope.unit(), null, limit);
    }

    @Transactional(readOnly = true)
    public List<DocumentDraft> list(Scope scope, DraftKind kind, int limit) {
        return store.list(scope.unit(), kind.word(), limit);
    }

    /** @throws NotFound when there is none of this kind in the unit */
    @Transactional(readOnly = true)
    public DocumentDraft find(Scope scope, DraftKind kind, DraftId draft) {
        return store.find(scope.unit(), kind.word(), draft).orElseThrow(NotFound::new);
    }

    /** What was done with it, the latest first. */
    @Transactional(readOnly = true)
    public List<Step> steps(Scope scope, DraftId draft) {
        return store.steps(scope.unit(), draft);
    }

    /**
     * Begins one; a text with faults is kept as well as one without.
     *
     * @param why said of what it is for; may be empty for the first version of a mechanism
     * @throws Invalid of the field {@code text} when it is empty or too long; of {@code why} when a mechanism is changed,
     *     extended or ended and nothing is said of why
     * @throws Refused to those who work for a part of a unit
     */
    public DraftId begin(Scope scope, DraftKind kind, String text, String why) {
        requireWriter(scope, kind);
        check(text, why);
        if (why.isBlank() && number(kind, text) > 1) {
            throw new Invalid("why", "mechanism.draft.invalid.why", LONGEST_NOTE);
        }
        DraftId draft = new DraftId(ids.next());
        store.add(scope, kind.word(), draft, title(kind, text), text, clock.instant());
        note(scope, kind, draft, Step.Kind.WRITTEN, why);
        return draft;
    }

    /**
     * Another text.
     *
     * @param revision the one that was read
     * @throws Refused when it was changed meanwhile, or is not open
     */
    public void write(Scope scope, DraftKind kind, DraftId draft, int revision, String text) {
        requireWriter(scope, kind);
        find(scope, kind, draft);
        check(text, "");
        if (!store.write(scope, draft, revision, title(kind, text), text, clock.instant())) {
            throw new Refused("mechanism.draft.refused.changed");
        }
        note(scope, kind, draft, Step.Kind.WRITTEN, "");
    }

    /**
     * Sends it in, to wait for another person.
     *
     * @throws Invalid of the field {@code text} when it could not be published
     */
    public void submit(Scope scope, DraftKind kind, DraftId draft, int revision) {
        requireWriter(scope, kind);
        DocumentDraft found = find(scope, kind, draft);
        go(scope, draft, revision, State.OPEN, State.SUBMITTED);
        requirePublishable(scope, kind, found);
        note(scope, kind, draft, Step.Kind.SUBMITTED, "");
    }

    /** Gives it back to be changed, with a reason; whoever sent it in may take it back so. */
    public void giveBack(Scope scope, DraftKind kind, DraftId draft, int revision, String why) {
        requireWriter(scope, kind);
        find(scope, kind, draft);
        if (why.isBlank() || why.length() > LONGEST_NOTE) {
            throw new Invalid("why", "mechanism.draft.invalid.why", LONGEST_NOTE);
        }
        go(scope, draft, revision, State.SUBMITTED, State.OPEN);
        note(scope, kind, draft, Step.Kind.RETURNED, why.strip());
    }

    /** Gives it up. */
    public void drop(Scope scope, DraftKind kind, DraftId draft, int revision) {
        requireWriter(scope, kind);
        find(scope, kind, draft);
        go(scope, draft, revision, State.OPEN, State.DROPPED);
        note(scope, kind, draft, Step.Kind.DROPPED, "");
    }

    /**
     * Agrees, which publishes it.
     *
     * @throws Refused when the same person wrote it or sent it in, or it was changed meanwhile
     * @throws Invalid of the field {@code text} when it can no longer be published
     */
    public void approve(Scope scope, DraftKind kind, DraftId draft, int revision) {
        requireWriter(scope, kind);
        DocumentDraft found = find(scope, kind, draft);
        if (found.state() == State.SUBMITTED && !found.mayApprove(scope.account())) {
            throw new Refused("mechanism.draft.refused.two");
        }
        go(scope, draft, revision, State.SUBMITTED, State.PUBLISHED);
        requirePublishable(scope, kind, found);
        note(scope, kind, draft, Step.Kind.PUBLISHED, "");
        List<DocumentFault> faults = kind.publish(found.title(), found.content());
        if (!faults.isEmpty()) {
            throw new Invalid("text", "mechanism.staging.faults", faults.size());
        }
    }

    /**
     * The text of the latest version, as the next one: numbered on.
     *
     * @throws NotFound when there is no such document
     */
    @Transactional(readOnly = true)
    public String succeeding(DraftKind kind, String id) {
        String text = kind.latest(id).orElseThrow(NotFound::new);
        return VERSION.matcher(text).replaceFirst("version: " + next(kind, id));
    }

    /**
     * The same, ended on another day where one was typed.
     *
     * @throws Invalid of the field {@code until} when it is no day, or the text says its end in another way than on one line
     */
    @Transactional(readOnly = true)
    public String succeeding(DraftKind kind, String id, String typed) {
        String next = succeeding(kind, id);
        if (typed.isEmpty()) {
            return next;
        }
        LocalDate until = day(typed);
        String ended = UNTIL.matcher(next).replaceFirst("until: " + until);
        boolean said = kind.read(ended)
                .head()
                .filter(head -> head.until().equals(until))
                .isPresent();
        if (!said) {
            throw new Invalid("until", "mechanism.draft.invalid.until");
        }
        return ended;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new Invalid("until", "mechanism.draft.invalid.day");
        }
    }

    /** The number its next version has to have. */
    public int next(DraftKind kind, String id) {
        return 1 + kind.newest(id);
    }

    private void requireWriter(Scope scope, DraftKind kind) {
        if (!reach.mayWrite(scope)) {
            throw new Refused(kind.whole());
        }
    }

    private void requirePublishable(Scope scope, DraftKind kind, DocumentDraft draft) {
        DraftKind.Read read = kind.read(draft.content());
        if (!read.faults().isEmpty()) {
            throw new Invalid("text", "mechanism.staging.faults", read.faults().size());
        }
        DraftKind.Head head = read.head().orElseThrow(() -> new Invalid("text", "mechanism.draft.invalid.same"));
        if (head.version() != next(kind, head.id())) {
            throw new Invalid("text", "mechanism.draft.invalid.version", next(kind, head.id()), head.version());
        }
        reach.require(scope, head, kind.bound(head.id()));
    }

    private static void check(String text, String why) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Invalid("text", "mechanism.draft.invalid.text", LONGEST);
        }
        if (why.length() > LONGEST_NOTE) {
            throw new Invalid("why", "mechanism.draft.invalid.why", LONGEST_NOTE);
        }
    }

    /** Which version of its document it is to be; 0 as long as it cannot be read. */
    private static int number(DraftKind kind, String text) {
        return kind.read(text).head().map(DraftKind.Head::version).orElse(0);
    }

    /** The name by which people find it again. */
    private static String title(DraftKind kind, String text) {
        return kind.read(text)
                .head()
                .map(DraftKind.Head::name)
                .map(name -> Cut.at(200, name))
                .orElse("");
    }

    private void go(Scope scope, DraftId draft, int revision, State from, State to) {
        if (!store.go(scope, draft, revision, from, to, now())) {
            throw new Refused("mechanism.draft.refused.changed");
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private void note(Scope scope, DraftKind kind, DraftId draft, Step.Kind step, @Nullable String note) {
        store.note(scope, draft, step, note, now());
        audit.record(
                scope,
                kind.word() + ".draft." + step.name().toLowerCase(java.util.Locale.ROOT),
                "draft",
                draft.value(),
                Map.of());
    }
}
