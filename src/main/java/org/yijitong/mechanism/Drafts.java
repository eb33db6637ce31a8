package org.yijitong.mechanism;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.mechanism.MechanismDraft.State;
import org.yijitong.mechanism.MechanismDraft.Step;
import org.yijitong.shared.Cut;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;
import org.yijitong.yaml.DocumentFault;

/**
 * Documents being written in the browser. One person writes and sends in, another agrees, and at that moment it is
 * published, as if its file had been put into the data folder. The unit at the top writes documents for every unit; any
 * other writes for itself and those below, and its documents say so ({@code units}).
 */
@Component
@Transactional
public class Drafts {
    private static final int LONGEST = 200_000;
    private static final int LONGEST_NOTE = 500;
    private static final Pattern VERSION = Pattern.compile("(?m)^version:\\s*\\d+");
    private static final Pattern UNTIL = Pattern.compile("\\buntil:\\s*[-0-9]+");

    private final DraftStore store;
    private final Publications publications;
    private final Mechanisms mechanisms;
    private final DraftReach reach;
    private final Audit audit;
    private final Clock clock;
    private final Uuid7 ids;

    Drafts(
            DraftStore store,
            Publications publications,
            Mechanisms mechanisms,
            DraftReach reach,
            Audit audit,
            Clock clock,
            Uuid7 ids) {
        this.store = store;
        this.publications = publications;
        this.mechanisms = mechanisms;
        this.reach = reach;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    @Transactional(readOnly = true)
    public List<MechanismDraft> list(Scope scope, int limit) {
        return store.list(scope.unit(), limit);
    }

    /** @throws NotFound when there is none in the unit */
    @Transactional(readOnly = true)
    public MechanismDraft find(Scope scope, DraftId draft) {
        return store.find(scope.unit(), draft).orElseThrow(NotFound::new);
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
    public DraftId begin(Scope scope, String text, String why) {
        requireWhole(scope);
        check(text, why);
        if (why.isBlank() && number(text) > 1) {
            throw new Invalid("why", "mechanism.draft.invalid.why", LONGEST_NOTE);
        }
        DraftId draft = new DraftId(ids.next());
        store.add(scope, draft, title(text), text, clock.instant());
        note(scope, draft, Step.Kind.WRITTEN, why);
        return draft;
    }

    /**
     * Another text.
     *
     * @param revision the one that was read
     * @throws Refused when it was changed meanwhile, or is not open
     */
    public void write(Scope scope, DraftId draft, int revision, String text) {
        requireWhole(scope);
        find(scope, draft);
        check(text, "");
        if (!store.write(scope, draft, revision, title(text), text, clock.instant())) {
            throw new Refused("mechanism.draft.refused.changed");
        }
        note(scope, draft, Step.Kind.WRITTEN, "");
    }

    /**
     * Sends it in, to wait for another person.
     *
     * @throws Invalid of the field {@code text} when it could not be published
     */
    public void submit(Scope scope, DraftId draft, int revision) {
        requireWhole(scope);
        MechanismDraft found = find(scope, draft);
        go(scope, draft, revision, State.OPEN, State.SUBMITTED);
        requirePublishable(scope, found);
        note(scope, draft, Step.Kind.SUBMITTED, "");
    }

    /** Gives it back to be changed, with a reason; whoever sent it in may take it back so. */
    public void giveBack(Scope scope, DraftId draft, int revision, String why) {
        requireWhole(scope);
        find(scope, draft);
        if (why.isBlank() || why.length() > LONGEST_NOTE) {
            throw new Invalid("why", "mechanism.draft.invalid.why", LONGEST_NOTE);
        }
        go(scope, draft, revision, State.SUBMITTED, State.OPEN);
        note(scope, draft, Step.Kind.RETURNED, why.strip());
    }

    /** Gives it up. */
    public void drop(Scope scope, DraftId draft, int revision) {
        requireWhole(scope);
        find(scope, draft);
        go(scope, draft, revision, State.OPEN, State.DROPPED);
        note(scope, draft, Step.Kind.DROPPED, "");
    }

    /**
     * Agrees, which publishes it.
     *
     * @throws Refused when the same person wrote it or sent it in, or it was changed meanwhile
     * @throws Invalid of the field {@code text} when it can no longer be published
     */
    public void approve(Scope scope, DraftId draft, int revision) {
        requireWhole(scope);
        MechanismDraft found = find(scope, draft);
        if (found.state() == State.SUBMITTED && !found.mayApprove(scope.account())) {
            throw new Refused("mechanism.draft.refused.two");
        }
        go(scope, draft, revision, State.SUBMITTED, State.PUBLISHED);
        requirePublishable(scope, found);
        note(scope, draft, Step.Kind.PUBLISHED, "");
        List<DocumentFault> faults = publications.publish(found.title(), found.content());
        if (!faults.isEmpty()) {
            throw new Invalid("text", "mechanism.staging.faults", faults.size());
        }
    }

    /**
     * The text of the latest version, as the next one: numbered on, and ended on another day where one is given.
     *
     * @throws NotFound when there is no such mechanism
     * @throws Invalid of the field {@code until} when the text says its end in another way than on one line
     */
    @Transactional(readOnly = true)
    public String succeeding(String mechanism, @Nullable LocalDate until) {
        String text = store.latest(mechanism).orElseThrow(NotFound::new);
        String next = VERSION.matcher(text).replaceFirst("version: " + next(mechanism));
        if (until == null) {
            return next;
        }
        String ended = UNTIL.matcher(next).replaceFirst("until: " + until);
        boolean said = publications.check(ended).duties().stream()
                .anyMatch(duty -> duty.mechanism().until().equals(until));
        if (!said) {
            throw new Invalid("until", "mechanism.draft.invalid.until");
        }
        return ended;
    }

    /** The number its next version has to have. */
    public int next(String mechanism) {
        return 1
                + mechanisms.all().stream()
                        .map(Duty::mechanism)
                        .filter(each -> each.id().equals(mechanism))
                        .mapToInt(Duty.Mechanism::version)
                        .max()
                        .orElse(0);
    }

    private void requirePublishable(Scope scope, MechanismDraft draft) {
        Publications.Checked checked = publications.check(draft.content());
        if (!checked.faults().isEmpty()) {
            throw new Invalid(
                    "text", "mechanism.staging.faults", checked.faults().size());
        }
        if (checked.duties().isEmpty()) {
            throw new Invalid("text", "mechanism.draft.invalid.same");
        }
        Duty.Mechanism head = checked.duties().getFirst().mechanism();
        if (head.version() != next(head.id())) {
            throw new Invalid("text", "mechanism.draft.invalid.version", next(head.id()), head.version());
        }
        reach.require(scope, head);
    }

    private void requireWhole(Scope scope) {
        if (!reach.mayWrite(scope)) {
            throw new Refused("mechanism.draft.refused.whole");
        }
    }

    private static void check(String text, String why) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Invalid("text", "mechanism.draft.invalid.text", LONGEST);
        }
        if (why.length() > LONGEST_NOTE) {
            throw new Invalid("why", "mechanism.draft.invalid.why", LONGEST_NOTE);
        }
    }

    /** Which version of its mechanism it is to be; 0 as long as it cannot be read. */
    private int number(String text) {
        return publications.check(text).duties().stream()
                .findFirst()
                .map(duty -> duty.mechanism().version())
                .orElse(0);
    }

    /** The name by which people find it again. */
    private String title(String text) {
        return publications.check(text).duties().stream()
                .findFirst()
                .map(duty -> duty.mechanism().name().chinese())
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

    private void note(Scope scope, DraftId draft, Step.Kind step, @Nullable String note) {
        store.note(scope, draft, step, note, now());
        audit.record(
                scope,
                "mechanism.draft." + step.name().toLowerCase(java.util.Locale.ROOT),
                "draft",
                draft.value(),
                Map.of());
    }
}
