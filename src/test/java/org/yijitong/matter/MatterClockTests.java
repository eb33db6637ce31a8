package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.matter.Flow.Limit;
import org.yijitong.matter.Flow.Limit.Event;
import org.yijitong.matter.MatterEvent.Kind;
import org.yijitong.mechanism.Duty;
import org.yijitong.organization.Post;
import org.yijitong.organization.Posts;
import org.yijitong.shared.AtOnce;
import org.yijitong.shared.Days;
import org.yijitong.shared.Moment;
import org.yijitong.shared.WorkingDays;
import org.yijitong.shared.WorkingDays.Arrangement;
import tools.jackson.databind.json.JsonMapper;

/** Days that are no ordinary ones: a leap day, a new year whose holidays nobody knows, a clock that is put back; several servers. */
class MatterClockTests extends MatterDesk {
    private static final int SERVERS = 6;

    @Autowired
    BoardStore boards;

    @Autowired
    Flows flows;

    @Autowired
    Clock clock;

    @Autowired
    JsonMapper json;

    @Autowired
    TransactionTemplate transaction;

    private static void at(LocalDate day, Runnable work) {
        Moment.at(
                day.atTime(10, 0).atZone(Days.SHANGHAI).toInstant(),
                new Random(UUID.randomUUID().getLeastSignificantBits()),
                work);
    }

    private static LocalDate due(WorkingDays days, int amount, Duty.Unit unit, LocalDate from) {
        Limit limit = new Limit(amount, unit, Event.ENTERED, null);
        return Objects.requireNonNull(
                new Deadlines(days).of(limit, from, from, Known.NOTHING).on());
    }

    @Test
    void aLeapDayIsADayAndAMonthEndsWhereItEnds() {
        WorkingDays none = new WorkingDays(List.of());
        assertThat(due(none, 1, Duty.Unit.DAYS, LocalDate.of(2028, 2, 28))).isEqualTo("2028-02-29");
        assertThat(due(none, 366, Duty.Unit.DAYS, LocalDate.of(2028, 1, 1))).isEqualTo("2029-01-01");
        assertThat(due(none, 1, Duty.Unit.MONTHS, LocalDate.of(2028, 1, 31))).isEqualTo("2028-02-29");
        assertThat(due(none, 12, Duty.Unit.MONTHS, LocalDate.of(2028, 2, 29))).isEqualTo("2029-02-28");
        assertThat(due(none, 48, Duty.Unit.MONTHS, LocalDate.of(2028, 2, 29))).isEqualTo("2032-02-29");
        assertThat(due(none, 1, Duty.Unit.WORKING_DAYS, LocalDate.of(2028, 2, 28)))
                .isEqualTo("2028-02-29");
    }

    @Test
    void overANewYearWithoutACalendarADeadlineIsProvisionalUntilItIsKnown() {
        LocalDate eve = LocalDate.of(2026, 12, 31);
        Limit limit = new Limit(2, Duty.Unit.WORKING_DAYS, Event.ENTERED, null);
        WorkingDays unknown = new WorkingDays(List.of(new Arrangement(2026, "", Set.of(), Set.of())));
        assertThat(new Deadlines(unknown).of(limit, eve, eve, Known.NOTHING))
                .isEqualTo(new Deadlines.Due(LocalDate.of(2027, 1, 4), true));
        Arrangement free =
                new Arrangement(2027, "", Set.of(LocalDate.of(2027, 1, 1)), Set.of(LocalDate.of(2027, 1, 3)));
        WorkingDays known = new WorkingDays(List.of(new Arrangement(2026, "", Set.of(), Set.of()), free));
        assertThat(new Deadlines(known).of(limit, eve, eve, Known.NOTHING))
                .isEqualTo(new Deadlines.Due(LocalDate.of(2027, 1, 4), false));
        assertThat(new Deadlines(known)
                        .of(new Limit(1, Duty.Unit.WORKING_DAYS, Event.ENTERED, null), eve, eve, Known.NOTHING))
                .as("a Sunday that is worked")
                .isEqualTo(new Deadlines.Due(LocalDate.of(2027, 1, 3), false));
    }

    /** Of as many servers as there are, at the same moment of a day; what each did. */
    private static <T> List<T> everywhere(LocalDate day, Callable<T> work) {
        List<T> done = Collections.synchronizedList(new ArrayList<>());
        List<Callable<Boolean>> servers = Collections.nCopies(SERVERS, () -> {
            at(day, () -> {
                try {
                    done.add(work.call());
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            return true;
        });
        AtOnce.all(servers);
        return done;
    }

    @Test
    void whenACalendarBecomesKnownSeveralServersMoveEachDeadlineOnce() {
        LocalDate day = LocalDate.of(today.getYear() + 1, 3, 1);
        List<MatterId> some = new ArrayList<>();
        at(day, () -> {
            for (int i = 0; i < 10; i++) {
                some.add(begun());
            }
        });
        LocalDate due =
                Objects.requireNonNull(matters.find(office, some.getFirst()).dueOn());
        Set<LocalDate> free = Set.of(due);
        Handovers knowing = new Handovers(
                boards,
                flows,
                new Deadlines(new WorkingDays(List.of(new Arrangement(day.getYear(), "", free, Set.of())))),
                json,
                clock);
        everywhere(day, () -> {
            transaction.executeWithoutResult(_ -> knowing.reckon(office.unit()));
            return true;
        });
        for (MatterId each : some) {
            Matter matter = matters.find(office, each);
            assertThat(matter.provisional()).isFalse();
            assertThat(matter.dueOn()).isAfter(due);
            assertThat(kinds(matter)).containsExactly(Kind.MOVED, Kind.BEGUN);
        }
    }

    private List<Kind> kinds(Matter matter) {
        return board.history(office, matter).stream().map(MatterEvent::kind).toList();
    }

    @Test
    void onTheDayAPostEndsSeveralServersHandEachMatterOverOnce() {
        List<MatterId> some = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            some.add(assigned());
        }
        LocalDate ends = today.plusDays(5);
        posts.relieve(office, made.third(), new Posts.Holder(Post.SECRETARY, made.person("林若川")), ends);
        assertThat(kinds(matters.find(office, some.getFirst()))).containsExactly(Kind.STEP, Kind.BEGUN);
        List<Integer> handed = everywhere(ends, () -> handovers.keepUp(office.unit()));
        assertThat(handed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        for (MatterId each : some) {
            Matter matter = matters.find(office, each);
            assertThat(matter.owner()).isEqualTo(top);
            assertThat(kinds(matter)).containsExactly(Kind.HANDED, Kind.STEP, Kind.BEGUN);
        }
    }

    @Test
    void aClockThatIsPutBackLosesNothingAndGivesNobodyLessTime() {
        List<MatterId> one = new ArrayList<>();
        at(today.plusDays(5), () -> one.add(begun()));
        MatterId id = one.getFirst();
        at(
                today.plusDays(1),
                () -> act(
                        office,
                        id,
                        "assign",
                        Map.of("measures", "补学", "due", today.plusDays(9).toString()),
                        Map.of("responsible", made.third())));
        at(today.plusDays(6), () -> act(secretary, id, "report", Map.of("result", "已补学"), Map.of()));
        at(today.plusDays(2), () -> accept(id));
        Matter closed = matters.find(office, id);
        assertThat(closed.closed()).isTrue();
        assertThat(closed.late()).isZero();
        assertThat(board.history(office, closed))
                .extracting(MatterEvent::step)
                .containsExactly("accept", "report", "assign", Flow.BEGIN);
        assertThat(probe.told(office, id))
                .singleElement()
                .satisfies(told -> assertThat(told.fields()).contains("\"days\": 0", "\"on_time\": true"));
    }

    @Test
    void aSweepOnAClockThatIsPutBackGivesEachMatterToWhoeverHasItThen() {
        MatterId id = assigned();
        LocalDate ends = today.plusDays(5);
        posts.relieve(office, made.third(), new Posts.Holder(Post.SECRETARY, made.person("林若川")), ends);
        for (LocalDate day : List.of(ends, today.plusDays(1), ends, ends)) {
            at(day, () -> handovers.keepUp(office.unit()));
            assertThat(matters.find(office, id).owner()).isEqualTo(day.equals(ends) ? top : made.third());
            assertThat(probe.lost(office, day)).isEmpty();
        }
        assertThat(kinds(matters.find(office, id)))
                .containsExactly(Kind.HANDED, Kind.HANDED, Kind.HANDED, Kind.STEP, Kind.BEGUN);
    }
}
