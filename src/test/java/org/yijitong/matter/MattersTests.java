package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Moment;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** A matter from its beginning to its end, and what happens when two want the same. */
class MattersTests extends MatterDesk {
    @Test
    void aLoopOfSixStepsIsAtMostThirtyStatementsAuditAndLedgerIncluded() {
        begun();
        Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        logger.addAppender(seen);
        logger.setLevel(Level.DEBUG);
        String due = today.plusDays(9).toString();
        try {
            MatterId id = begun();
            step(office, id, 1, "assign", Map.of("measures", "补学", "due", due), Map.of("responsible", made.third()));
            step(secretary, id, 2, "report", Map.of("result", "已补学"), Map.of());
            step(office, id, 3, "reject", Map.of("lacking", "还差一次", "due", due), Map.of());
            step(secretary, id, 4, "report", Map.of("result", "补齐了"), Map.of());
            step(office, id, 5, "accept", Map.of("verified", "查了记录"), Map.of());
        } finally {
            logger.setLevel(before);
            logger.detachAppender(seen);
        }
        assertThat(seen.list.stream()
                        .map(ILoggingEvent::getFormattedMessage)
                        .filter(each -> each.startsWith("Executing") && !each.contains("SET LOCAL"))
                        .filter(each -> each.contains("[")))
                .hasSizeBetween(20, 30);
    }

    private void step(
            Scope scope,
            MatterId id,
            int revision,
            String step,
            Map<String, String> answers,
            Map<String, OrganizationId> parties) {
        matters.step(
                scope,
                id,
                new Act(revision, step, answers, parties, UUID.randomUUID().toString()));
    }

    @Test
    void sentTwiceItHasOneEffectAndWhoeverComesTooLateIsToldSo() {
        MatterId id = assigned();
        Act report = new Act(2, "report", Map.of("result", "已补学"), Map.of(), "once");
        matters.step(secretary, id, report);
        matters.step(secretary, id, report);
        assertThat(matters.find(office, id).revision()).isEqualTo(3);
        assertThatThrownBy(() -> matters.step(
                        secretary, id, new Act(2, "return", Map.of("why-returned", "x"), Map.of(), "once")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> matters.step(office, id, new Act(2, "report", Map.of("result", "我来"), Map.of(), "two")))
                .isInstanceOf(Overtaken.class);
        assertThatThrownBy(
                        () -> matters.step(office, id, new Act(3, "report", Map.of("result", "再来"), Map.of(), "three")))
                .isInstanceOf(NotFound.class);
        assertThat(board.history(office, matters.find(office, id))).hasSize(3);
    }

    @Test
    void ofTwoAtOnceOneHasAnEffect() throws InterruptedException, ExecutionException {
        MatterId id = reported();
        Callable<Boolean> accept = () -> {
            try {
                matters.step(
                        office,
                        id,
                        new Act(
                                3,
                                "accept",
                                Map.of("verified", "看了"),
                                Map.of(),
                                UUID.randomUUID().toString()));
                return true;
            } catch (Overtaken late) {
                return false;
            }
        };
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> done = both.invokeAll(List.of(accept, accept));
            assertThat(done.get(0).get()).isNotEqualTo(done.get(1).get());
        }
        assertThat(board.history(office, matters.find(office, id))).hasSize(4);
        assertThat(probe.told(office, id)).hasSize(1);
    }

    @Test
    void whatIsClosedIsAFactAndOpenedAgainItIsNone() {
        MatterId id = reported();
        accept(id);
        Matter closed = matters.find(office, id);
        assertThat(closed.closed()).isTrue();
        assertThat(closed.settled()).isFalse();
        assertThat(closed.dueOn()).isEqualTo(today.plusMonths(3));
        assertThat(probe.told(office, id)).singleElement().satisfies(told -> {
            assertThat(told.organizationId()).isEqualTo(made.third().value());
            assertThat(told.fields()).contains("\"on_time\": true", "\"origin\": \"assessment\"", "\"reopened\": 0");
        });
        reopen(id);
        assertThat(probe.told(office, id)).isEmpty();
        accept(id);
        assertThat(probe.told(office, id))
                .singleElement()
                .satisfies(told -> assertThat(told.fields()).contains("\"reopened\": 1"));
        act(office, id, "stands", Map.of("seen", "没有再缺"), Map.of());
        assertThat(matters.find(office, id).settled()).isTrue();
        assertThat(probe.told(office, id)).hasSize(1);
    }

    @Test
    void whatCannotBeTakenIsNamedAllAtOnce() {
        MatterId id = begun();
        assertThatThrownBy(() -> act(office, id, "assign", Map.of("due", "2026-02-30"), Map.of()))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.faults()).containsOnlyKeys("measures", "due"));
        assertThatThrownBy(() -> act(
                        office,
                        id,
                        "assign",
                        Map.of("measures", "x", "due", today.toString()),
                        Map.of("responsible", made.office())))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.faults()).containsOnlyKeys("responsible"));
        assertThatThrownBy(() -> matters.begin(
                        office,
                        made.office(),
                        new Beginning("rectification", "x", "assessment", Map.of("problem", "x"), Map.of())))
                .isInstanceOf(Refused.class);
        assertThat(matters.find(office, id).revision()).isEqualTo(1);
    }

    @Test
    void aDeadlineInAYearWithoutACalendarIsProvisional() {
        LocalDate later = LocalDate.of(today.getYear() + 1, 3, 1);
        Moment.at(later.atTime(9, 0).atZone(Days.SHANGHAI).toInstant(), new Random(1), () -> {
            Matter matter = matters.find(office, begun());
            assertThat(matter.provisional()).isTrue();
            handovers.reckon(office.unit());
            assertThat(board.history(office, matter)).hasSize(1);
        });
        assertThat(matters.find(office, begun()).dueOn()).isAfter(today);
    }
}
