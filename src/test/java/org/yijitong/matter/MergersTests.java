package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.organization.People;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Two matters about the same become one by consent; the one that closes keeps its credit and hears the answer. */
class MergersTests extends MatterDesk {
    @Autowired
    Mergers mergers;

    @Autowired
    Parts parts;

    @Autowired
    People people;

    private Scope second;

    @BeforeEach
    void second() {
        second = new Scope(UUID.randomUUID(), office.unit(), office.top());
    }

    /** What a visit found out at a branch, in the hands of another one. */
    private MatterId raisedBy(org.yijitong.organization.OrganizationId branch) {
        MatterId id = matters.begin(
                office,
                top,
                new Beginning(
                        "visit-problems",
                        "窗口排队",
                        null,
                        Map.of("problem", "排队", "visited", today.toString()),
                        Map.of("asking", branch)));
        act(office, id, "assign", Map.of(), Map.of("responsible", made.third()));
        return id;
    }

    @Test
    void whatIsAboutSomebodyIsMergedWithNothing() {
        MatterId one = about("陆知行");
        MatterId other = about("林若川");
        for (MatterId into : java.util.List.of(other, begun())) {
            assertThatThrownBy(() -> mergers.ask(office, one, into, "都是评优"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.messageKey()).isEqualTo("matter.refused.raised"));
        }
        assertThatThrownBy(() -> mergers.ask(office, begun(), one, "都是评优")).isInstanceOf(Refused.class);
    }

    @Test
    void whomItIsAboutSplitsNothingOff() {
        Scope concerned = new Scope(UUID.randomUUID(), office.unit(), office.top());
        probe.holds(concerned, made.person("林若川"));
        Beginning part = new Beginning(
                "shared-part",
                "一部分",
                null,
                Map.of("what", "查一查", "due", today.toString()),
                Map.of("doer", made.third()));
        MatterId own = about("林若川");
        assertThatThrownBy(() -> parts.begin(concerned, own, part, 1))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("matter.refused.concerned"));
        parts.begin(concerned, about("陆知行"), part, 1);
        MatterId again = about("沈南乔");
        people.merge(office, made.person("沈南乔"), made.person("林若川"), "录了两次");
        assertThatThrownBy(() -> parts.begin(concerned, again, part, 1))
                .as("by an entry that was joined with theirs")
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("matter.refused.concerned"));
    }

    private MatterId about(String person) {
        Map<String, String> answers = Map.of(
                "person",
                made.person(person).toString(),
                "what",
                "评优",
                "decision",
                today.plusDays(9).toString());
        return matters.begin(
                office, top, new Beginning("political-check", "评优", "honour", answers, Map.of("branch", made.third())));
    }

    @Test
    void bothAgreeAndThePlaceItCameFromHearsTheAnswer() {
        MatterId goes = raisedBy(made.third());
        MatterId closes = raisedBy(made.other());
        Scope asking = new Scope(UUID.randomUUID(), office.unit(), made.other().value());
        assertThatThrownBy(() -> matters.find(asking, goes)).isInstanceOf(NotFound.class);
        UUID merger = mergers.ask(office, closes, goes, "同一个窗口");
        assertThatThrownBy(() -> mergers.ask(second, closes, goes, "再问一次")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> mergers.answer(office, merger, true)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> mergers.answer(asking, merger, true)).isInstanceOf(NotFound.class);
        mergers.answer(second, merger, true);
        assertThatThrownBy(() -> mergers.answer(second, merger, true)).isInstanceOf(Refused.class);
        Matter closed = matters.find(asking, closes);
        assertThat(closed.settled()).isTrue();
        assertThat(closed.owner()).isNull();
        assertThat(board.history(asking, closed).getFirst().kind()).isEqualTo(MatterEvent.Kind.MERGED);
        assertThat(probe.told(office, closes)).isEmpty();
        act(secretary, goes, "answer", Map.of("answer", "加开窗口"), Map.of());
        assertThat(board.history(asking, matters.find(asking, goes)).getFirst().answers())
                .containsEntry("answer", "加开窗口");
        act(office, goes, "solved", Map.of(), Map.of());
        assertThat(probe.told(office, goes)).hasSize(2);
        assertThat(mergers.of(asking, closed)).singleElement().satisfies(each -> {
            assertThat(each.out()).isTrue();
            assertThat(each.matterId()).isEqualTo(goes);
        });
        assertThatThrownBy(() -> act(office, closes, "answer", Map.of("answer", "x"), Map.of()))
                .isInstanceOf(Refused.class);
        assertThat(probe.lost(office, today)).isEmpty();
    }

    @Test
    void whatIsNotOpenOrNotTheSameIsRefusedAndWhoeverDoesNotAgreeKeepsBoth() {
        MatterId one = assigned();
        MatterId other = assigned();
        assertThatThrownBy(() -> mergers.ask(office, one, one, "x")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> mergers.ask(office, one, new MatterId(UUID.randomUUID()), "x"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> mergers.ask(office, one, other, " ")).isInstanceOf(Invalid.class);
        Scope far = new Scope(UUID.randomUUID(), office.unit(), made.other().value());
        assertThatThrownBy(() -> mergers.ask(far, one, other, "x")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mergers.answer(second, UUID.randomUUID(), true))
                .isInstanceOf(NotFound.class);
        UUID merger = mergers.ask(secretary, one, other, "一回事");
        mergers.answer(office, merger, false);
        assertThat(matters.find(office, one).closed()).isFalse();
        assertThat(mergers.of(office, matters.find(office, other)))
                .singleElement()
                .satisfies(each -> assertThat(each.agreed()).isFalse());
        mergers.ask(secretary, one, other, "真的一回事");
    }

    @Test
    void aChainOfThemGivesCreditToAll() {
        MatterId first = raisedBy(made.other());
        MatterId next = raisedBy(made.small());
        MatterId last = raisedBy(made.third());
        mergers.answer(second, mergers.ask(office, first, next, "同一个窗口"), true);
        mergers.answer(second, mergers.ask(office, next, last, "还是那个窗口"), true);
        act(secretary, last, "answer", Map.of("answer", "加开窗口"), Map.of());
        act(office, last, "solved", Map.of(), Map.of());
        assertThat(probe.told(office, last)).hasSize(3);
    }

    @Test
    void whatIsOverBeforeAnybodyAnsweredHoldsNothingUp() {
        MatterId waits = raisedBy(made.other());
        MatterId over = raisedBy(made.third());
        UUID merger = mergers.ask(office, waits, over, "同一个窗口");
        act(secretary, over, "answer", Map.of("answer", "加开窗口"), Map.of());
        act(office, over, "solved", Map.of(), Map.of());
        assertThatThrownBy(() -> mergers.answer(second, merger, true)).isInstanceOf(Refused.class);
        UUID again = mergers.ask(office, waits, raisedBy(made.small()), "换一件");
        assertThatThrownBy(() -> mergers.ask(office, waits, raisedBy(made.small()), "再换"))
                .isInstanceOf(Refused.class);
        mergers.answer(second, merger, false);
        mergers.answer(second, again, true);
        assertThat(matters.find(office, waits).settled()).isTrue();
    }

    @Test
    void theOtherOneIsSeenOnceItIsAboutThoseItCameFrom() {
        MatterId goes = raisedBy(made.third());
        MatterId closes = raisedBy(made.other());
        Scope asking = new Scope(UUID.randomUUID(), office.unit(), made.other().value());
        UUID merger = mergers.ask(office, closes, goes, "同一个窗口");
        assertThat(mergers.of(asking, matters.find(asking, closes)))
                .extracting(Merger::seen)
                .containsExactly(false);
        mergers.answer(second, merger, true);
        assertThat(mergers.of(asking, matters.find(asking, closes)))
                .extracting(Merger::seen)
                .containsExactly(true);
    }

    @Test
    void whatWasRaisedAtTheDoorIsMergedWithNothing() {
        MatterId raised = assigned();
        MatterId other = assigned();
        UUID before = mergers.ask(secretary, raised, other, "一回事");
        probe.raised(office, raised);
        assertThatThrownBy(() -> mergers.answer(office, before, true)).isInstanceOf(Refused.class);
        assertThat(matters.find(office, raised).closed()).isFalse();
        mergers.answer(office, before, false);
        assertThatThrownBy(() -> mergers.ask(secretary, raised, other, "一回事")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> mergers.ask(secretary, other, raised, "一回事")).isInstanceOf(Refused.class);
        assertThat(mergers.apart(office, java.util.List.of(raised, other))).containsExactly(raised);
    }
}
