package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.access.Accounts;
import org.yijitong.access.Delegation;
import org.yijitong.access.GivenPost;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Moment;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Judges have what they are asked about by a grant with a last day, and hold no post of the roster. */
class JudgesTests extends MatterDesk {
    @Autowired
    Accounts accounts;

    @Autowired
    Delegation delegation;

    private final Map<String, String> view = Map.of("view", "adopt", "judgement", "做得细，可以采纳");

    @Test
    void onlyWithALastDay() {
        UUID account = account("member");
        assertThatThrownBy(() -> give(account, null))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.faults()).containsOnlyKeys("until"));
        give(account, today.plusDays(30));
        assertThat(delegation.of(administrator(), account))
                .extracting(GivenPost::role, GivenPost::until)
                .contains(org.assertj.core.groups.Tuple.tuple("judge", today.plusDays(30)));
    }

    @Test
    void theyHaveItFromTheirGrantToItsLastDayAndTheSuperiorOtherwise() {
        MatterId id = handedIn();
        assertThat(matters.find(office, id).vacant()).as("nobody judges").isTrue();
        UUID one = account("member");
        UUID grant = give(one, today.plusDays(30));
        Matter given = matters.find(office, id);
        assertThat(given.vacant()).isFalse();
        assertThat(given.judges()).isTrue();
        assertThat(board.holders(office, given)).containsExactly(name(one));
        assertThat(board.own(scope(one), MatterFilter.MINE, 10).lines())
                .extracting(MatterLine::matterId)
                .containsExactly(id);
        accounts.suspend(administrator(), one);
        assertThat(matters.find(office, id).vacant()).as("suspended").isTrue();
        accounts.reinstate(administrator(), one);
        assertThat(matters.find(office, id).vacant()).isFalse();
        Moment.at(at(today.plusDays(31)), new Random(1), () -> {
            handovers.keepUp(office.unit());
            assertThat(matters.find(office, id).vacant())
                    .as("past its last day")
                    .isTrue();
        });
        handovers.keepUp(office.unit());
        delegation.end(administrator(), "administrator", one, grant);
        assertThat(matters.find(office, id).vacant()).as("taken away").isTrue();
        assertThat(board.own(scope(one), MatterFilter.MINE, 10).lines()).isEmpty();
        assertThat(probe.lost(office, today)).isEmpty();
    }

    @Test
    void severalJudgeOneAfterAnotherAndThenTheCommitteeDecides() {
        MatterId id = handedIn();
        Scope first = scope(account("judge"));
        Scope second = scope(account("judge"));
        handovers.keepUp(office.unit());
        LocalDate due = matters.find(office, id).dueOn();
        act(first, id, "one-view", view, Map.of());
        assertThat(matters.find(office, id).state()).isEqualTo("judged");
        assertThat(matters.find(office, id).dueOn()).as("no more time").isEqualTo(due);
        act(second, id, "last-view", view, Map.of());
        Matter deciding = matters.find(office, id);
        assertThat(deciding.state()).isEqualTo("deciding");
        assertThat(deciding.judges()).isFalse();
        matters.requireOwn(second, id);
        assertThatThrownBy(() -> matters.requireTurn(second, id)).isInstanceOf(Refused.class);
        assertThat(board.history(office, deciding).getFirst().onBehalf()).isFalse();
    }

    @Test
    void nobodyJudgesWhatTheyHandedInAndNobodyElseSeesIt() {
        MatterId id = handedIn();
        UUID same = account("judge");
        probe.holds(scope(same), made.person("林若川"));
        handovers.keepUp(office.unit());
        assertThat(matters.find(office, id).vacant())
                .as("the only judge wrote the report")
                .isTrue();
        assertThatThrownBy(() -> act(scope(same), id, "last-view", view, Map.of()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("matter.refused.doer"));
        MatterId other = begun();
        assertThatThrownBy(() -> matters.requireOwn(scope(account("judge")), other))
                .isInstanceOf(NotFound.class);
    }

    private MatterId handedIn() {
        MatterId id = matters.begin(
                office,
                top,
                new Beginning(
                        "small-but-key",
                        "办事指南看不懂",
                        null,
                        Map.of("topic", "看不懂", "members", "三个人"),
                        Map.of("team", made.third(), "adopter", made.other())));
        act(office, id, "take", Map.of("due", today.plusDays(20).toString()), Map.of());
        act(secretary, id, "report", Map.of("report-text", "走了六个窗口"), Map.of());
        return id;
    }

    private static java.time.Instant at(LocalDate day) {
        return day.atTime(10, 0).atZone(Days.SHANGHAI).toInstant();
    }

    private Scope administrator() {
        return new Scope(boss(), office.unit(), office.top());
    }

    private UUID boss() {
        return account("administrator");
    }

    private UUID give(UUID account, @Nullable LocalDate until) {
        return delegation.give(
                administrator(), "administrator", account, new GivenPost.Asked("judge", office.top(), until));
    }

    private UUID account(String role) {
        String name = role + UUID.randomUUID().toString().substring(0, 12);
        return accounts.create(name, name, World.PASSWORD, List.of(new Grant(role, office.unit(), office.top())));
    }

    private String name(UUID account) {
        return accounts.displayName(office, account);
    }

    private Scope scope(UUID account) {
        return new Scope(account, office.unit(), office.top());
    }
}
