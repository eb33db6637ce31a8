package org.yijitong.activity.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.imports.LedgerLine.Becoming;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Scope;

/** A ledger being brought in: read, asked about, written down or given up. It is kept in memory until it is written. */
public final class LedgerImport {
    /** How far it has come. */
    public enum State {
        /** It is shown; nothing is written. */
        CHECKED,
        /** It is being written down. */
        WRITING,
        /** It is written. */
        WRITTEN,
        /** It was stopped; nothing is written. */
        STOPPED,
        /** It could not be written; nothing is. */
        FAILED
    }

    private final UUID id;
    private final Scope scope;
    private final OrganizationId organization;
    private final LedgerFile file;
    private final Instant begun;
    private final List<Meeting> meetings;
    private final LocalDate today;
    private final Map<Asked, Optional<PersonId>> answers = new ConcurrentHashMap<>();
    private final Map<Integer, Invalid.Fault> faults = new ConcurrentHashMap<>();
    private LedgerKnowledge knowledge;
    private @Nullable List<LedgerLine> lines;
    private volatile State state = State.CHECKED;
    private boolean sealed;
    private volatile int done;
    private volatile int total;

    LedgerImport(
            UUID id,
            Scope scope,
            OrganizationId organization,
            LedgerFile file,
            Instant begun,
            List<Meeting> meetings,
            LocalDate today) {
        this.id = id;
        this.scope = scope;
        this.organization = organization;
        this.file = file;
        this.begun = begun;
        this.meetings = meetings;
        this.today = today;
        knowledge = LedgerKnowledge.of(organization, List.of());
    }

    public UUID id() {
        return id;
    }

    public OrganizationId organization() {
        return organization;
    }

    public String fileName() {
        return file.name();
    }

    LedgerFile file() {
        return file;
    }

    public State state() {
        return state;
    }

    /** How many have been gone through, of {@link #total}. */
    public int done() {
        return done;
    }

    public int total() {
        return total;
    }

    List<Meeting> meetings() {
        return meetings;
    }

    /** Learns who belonged to its organizations, and what is recorded of them by now. */
    synchronized void knows(LedgerKnowledge known) {
        knowledge = known;
        lines = null;
    }

    /** How an organization was called, if it is within reach. */
    public synchronized Optional<String> name(@Nullable OrganizationId of) {
        return Optional.ofNullable(of == null ? null : knowledge.names().get(of));
    }

    boolean isBy(UUID account) {
        return scope.account().equals(account);
    }

    Instant begun() {
        return begun;
    }

    /** The first and the last day of its meetings; today where none can be read. */
    LocalDate day(boolean first) {
        return meetings.stream()
                .map(Meeting::day)
                .filter(Objects::nonNull)
                .reduce((one, other) -> one.isBefore(other) == first ? one : other)
                .orElse(today);
    }

    Scope scope() {
        return scope;
    }

    boolean isOf(Scope other) {
        return scope.unit().equals(other.unit()) && scope.top().equals(other.top());
    }

    boolean begunBefore(Instant moment) {
        return begun.isBefore(moment);
    }

    private LedgerMatching matching() {
        return new LedgerMatching(knowledge, answers, today);
    }

    /** Every meeting with what becomes of it. Worked out once, until something is answered or learnt. */
    public synchronized List<LedgerLine> lines() {
        List<LedgerLine> known = lines;
        if (known == null) {
            List<LedgerLine> matched = matching().lines(meetings);
            known = IntStream.range(0, matched.size())
                    .mapToObj(i -> judged(matched.get(i), faults.get(i)))
                    .toList();
            lines = known;
        }
        return known;
    }

    private static LedgerLine judged(LedgerLine line, Invalid.@Nullable Fault fault) {
        return fault == null || line.verdict() != Becoming.NEW ? line : line.refused(fault);
    }

    /** Names to be told, in the order of the file. */
    public List<Asked> questions() {
        return lines().stream()
                .flatMap(line -> line.asked().stream())
                .distinct()
                .toList();
    }

    /** Those a name may mean, the likeliest first. */
    public synchronized Map<PersonId, String> candidates(Asked asked) {
        return matching().candidates(asked);
    }

    /** How many of each verdict. */
    public Map<Becoming, Long> counts() {
        return lines().stream().collect(Collectors.groupingBy(LedgerLine::verdict, Collectors.counting()));
    }

    /** @return whether the person belonged to the organization in that time */
    synchronized boolean answer(Asked asked, @Nullable PersonId person) {
        if (person != null
                && knowledge.peopleOf(asked.organization()).stream()
                        .noneMatch(each -> each.personId().equals(person))) {
            return false;
        }
        answers.put(asked, Optional.ofNullable(person));
        lines = null;
        return true;
    }

    synchronized void refuse(Map<Integer, Invalid.Fault> found) {
        faults.putAll(found);
        lines = null;
    }

    /** Begins to be written; whether it was not being written already. */
    synchronized boolean begin(int lines) {
        if (state == State.WRITING || state == State.WRITTEN) {
            return false;
        }
        state = State.WRITING;
        sealed = false;
        done = 0;
        total = lines;
        return true;
    }

    /** Notes how far it is; whether to go on. */
    boolean went(int lines) {
        done = lines;
        return state == State.WRITING;
    }

    /** Says that all is written and will be committed: from here on it cannot be stopped. Whether it was not before. */
    synchronized boolean seal() {
        sealed = state == State.WRITING;
        return sealed;
    }

    synchronized boolean isSealed() {
        return sealed;
    }

    /** Ends the writing, unless it was ended otherwise before. */
    synchronized void end(State how) {
        if (state == State.WRITING && !(sealed && how == State.STOPPED)) {
            state = how;
        }
    }
}
