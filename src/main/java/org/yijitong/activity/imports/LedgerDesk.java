package org.yijitong.activity.imports;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.activity.imports.LedgerLine.Becoming;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Profiles;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/** Brings last year's ledgers in: reads them, asks, shows, and writes them down beside the requests, one at a time. */
@Component
public class LedgerDesk {
    /** The largest file, in bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final Duration KEPT = Duration.ofHours(4);
    private static final int FOUNDING = 1921;
    private static final int MOST = 200;
    private static final int OWN = 5;
    private static final int MOST_MEETINGS = 20_000;
    /** So many meetings of all ledgers are kept in memory. */
    private static final int MOST_KEPT = 100_000;

    private final LedgerWriting writing;
    private final Profiles profiles;
    private final Days days;
    private final Clock clock;
    private final Uuid7 ids;
    private final Map<UUID, LedgerImport> imports = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledgers").daemon().factory());

    LedgerDesk(LedgerWriting writing, Profiles profiles, Days days, Clock clock, Uuid7 ids) {
        this.writing = writing;
        this.profiles = profiles;
        this.days = days;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Reads a ledger of an organization; nothing is written.
     *
     * @param year of days that name none, in four digits
     * @throws Invalid of the field {@code file} when it is no table, or holds no meeting or too many; of {@code year}
     * @throws NotFound when the scope does not reach the organization
     */
    @Transactional(readOnly = true)
    public UUID begin(Scope scope, OrganizationId organization, String fileName, byte[] file, String year) {
        profiles.life(scope, organization);
        List<Meeting> meetings = read(file, fileName, year(year));
        if (meetings.isEmpty() || meetings.size() > MOST_MEETINGS) {
            throw new Invalid(
                    "file", meetings.isEmpty() ? "activity.ledger.none" : "activity.ledger.many", MOST_MEETINGS);
        }
        makeRoom(scope.account(), meetings.size());
        LedgerFile named = LedgerFile.of(fileName, file);
        LedgerImport ledger =
                new LedgerImport(ids.next(), scope, organization, named, clock.instant(), meetings, days.today());
        writing.look(ledger);
        imports.put(ledger.id(), ledger);
        return ledger.id();
    }

    private int year(String typed) {
        int present = days.today().getYear();
        if (!typed.matches("\\d{4}") || Integer.parseInt(typed) < FOUNDING || Integer.parseInt(typed) > present) {
            throw new Invalid("year", "activity.ledger.invalid.year", Integer.toString(present));
        }
        return Integer.parseInt(typed);
    }

    private static List<Meeting> read(byte[] file, String fileName, int year) {
        try {
            return LedgerReader.read(file, fileName, year);
        } catch (UnreadableWorkbook unreadable) {
            throw new Invalid("file", unreadable.messageKey(), unreadable.args().toArray());
        }
    }

    /** Nobody holds more than a few; the oldest of somebody's own goes first. */
    private void makeRoom(UUID account, int meetings) {
        imports.values().removeIf(each -> each.begunBefore(clock.instant().minus(KEPT)));
        List<LedgerImport> own = imports.values().stream()
                .filter(each -> each.isBy(account) && each.state() != LedgerImport.State.WRITING)
                .sorted(Comparator.comparing(LedgerImport::begun))
                .toList();
        own.stream().limit(Math.max(0, own.size() - OWN + 1)).forEach(each -> imports.remove(each.id()));
        int kept = imports.values().stream()
                .mapToInt(each -> each.meetings().size())
                .sum();
        if (imports.size() >= MOST || kept + meetings > MOST_KEPT) {
            throw new Refused("activity.ledger.busy");
        }
    }

    /** @throws NotFound when there is none, it is another organization's, or it was too long ago */
    public LedgerImport find(Scope scope, UUID id) {
        LedgerImport ledger = imports.get(id);
        if (ledger == null || !ledger.isOf(scope)) {
            throw new NotFound();
        }
        return ledger;
    }

    /**
     * Says whom a name means.
     *
     * @param person null when it is nobody of the organization
     * @throws Invalid of the field {@code person} when that person did not belong to it
     */
    public void answer(Scope scope, UUID id, Asked asked, @Nullable PersonId person) {
        if (!find(scope, id).answer(asked, person)) {
            throw new Invalid("person", "activity.invalid.person");
        }
    }

    /**
     * Writes all that is new down, beside the requests.
     *
     * @throws Refused when names have to be told first, or nothing is new
     */
    public void write(Scope scope, UUID id) {
        LedgerImport ledger = find(scope, id);
        Map<Becoming, Long> counts = ledger.counts();
        if (ledger.state() != LedgerImport.State.WRITTEN && counts.containsKey(Becoming.ASKED)) {
            throw new Refused("activity.ledger.refused.asked");
        }
        int lines = counts.getOrDefault(Becoming.NEW, 0L).intValue();
        if (ledger.state() != LedgerImport.State.WRITTEN && lines == 0) {
            throw new Refused("activity.ledger.refused.nothing");
        }
        if (ledger.begin(lines)) {
            worker.execute(() -> work(ledger));
        }
    }

    /** Stops the writing; nothing is written then. */
    public void stop(Scope scope, UUID id) {
        find(scope, id).end(LedgerImport.State.STOPPED);
    }

    /** Where one cannot be taken, or others wrote all of it down meanwhile, it is shown again and nothing is written. */
    private void work(LedgerImport ledger) {
        try {
            writing.look(ledger);
            Map<Integer, Invalid.Fault> faults = writing.write(ledger);
            ledger.refuse(faults);
            ledger.end(ledger.isSealed() ? LedgerImport.State.WRITTEN : LedgerImport.State.CHECKED);
        } catch (CancellationException stopped) {
            // Whoever stopped it has said so.
            return;
        } finally {
            ledger.end(LedgerImport.State.FAILED);
        }
    }

    @PreDestroy
    void close() {
        worker.shutdownNow();
    }
}
