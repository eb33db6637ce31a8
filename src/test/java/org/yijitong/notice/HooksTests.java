package org.yijitong.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.matter.Act;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.door.Asking;
import org.yijitong.matter.door.Contact;
import org.yijitong.matter.door.DoorKind;
import org.yijitong.matter.door.Doors;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;

/** What becomes of matters is told to another system: signed, in order, until it was taken. */
class HooksTests extends HookDesk {
    @Autowired
    Doors doors;

    @Test
    void everyEventIsToldSignedInItsOrderAndSaysNoWordThatSomebodyWrote() {
        MatterId matter = assigned();
        assertThat(sent(Duration.ofSeconds(2))).isEqualTo(1);
        assertThat(sent(Duration.ofSeconds(3))).isEqualTo(1);
        assertThat(sent(Duration.ofSeconds(4))).isZero();
        assertThat(receiver.got()).extracting(HookReceiver.Got::id).containsExactly(matter + "_1", matter + "_2");
        String secret = hooks.secret(made.scope(), hook);
        assertThat(secret).startsWith("whsec_");
        assertThat(receiver.got()).allMatch(got -> got.signedWith(secret));
        String said = receiver.got().getLast().body();
        assertThat(said).doesNotContain("不该出门", "补学", made.scope().account().toString());
        Map<String, Object> data = JsonPath.read(said, "$.data");
        assertThat(JsonPath.<String>read(said, "$.type")).isEqualTo("matter.step");
        assertThat(data)
                .containsEntry("matter", matter.toString())
                .containsEntry("unit", unit.toString())
                .containsEntry("flow", "rectification")
                .containsEntry("place", 2)
                .containsEntry("closed", false)
                .containsKey("flowVersion");
        assertThat(data.get("from")).isNotEqualTo(data.get("to"));
        assertThat(data.get("to")).isEqualTo(matters.find(made.scope(), matter).state());
    }

    @Test
    void whatIsNotTakenComesAgainLaterUnderTheSameNameAndNothingOfTheMatterOvertakesIt() {
        MatterId matter = assigned();
        receiver.answers(500);
        assertThat(sent(Duration.ofSeconds(2))).isEqualTo(1);
        assertThat(sent(Duration.ofSeconds(3))).as("not yet").isZero();
        assertThat(found().failures()).isEqualTo(1);
        receiver.answers(200);
        assertThat(sent(Duration.ofMinutes(1))).isEqualTo(1);
        assertThat(sent(Duration.ofMinutes(1))).isEqualTo(1);
        assertThat(receiver.got())
                .extracting(HookReceiver.Got::id)
                .containsExactly(matter + "_1", matter + "_1", matter + "_2");
        assertThat(receiver.got().get(1).body()).isEqualTo(receiver.got().get(0).body());
        assertThat(receiver.got().get(1).signedWith(hooks.secret(made.scope(), hook)))
                .isTrue();
        assertThat(found().failures()).isZero();
    }

    @Test
    void neitherRedirectsNorSilenceNorAClosedDoorCountAsTaken() {
        assigned();
        receiver.answers(302);
        sent(Duration.ofSeconds(2));
        receiver.falls(true);
        sent(Duration.ofMinutes(2));
        receiver.close();
        sent(Duration.ofMinutes(5));
        assertThat(receiver.got()).as("nobody went to /elsewhere").hasSize(2);
        assertThat(hooks.deliveries(made.scope(), hook).getLast())
                .returns("unreachable", Delivery::answer)
                .returns(Delivery.State.WAITING, Delivery::state)
                .returns(3, Delivery::attempts);
    }

    @Test
    void afterSomeThreeDaysItRestsAndWhatHappenedIsSentWhenItIsWoken() {
        assigned();
        receiver.answers(503);
        Duration later = Duration.ofSeconds(2);
        int rounds = 0;
        while (found().state() == Hook.State.ACTIVE) {
            sent(later);
            later = later.plus(Duration.ofHours(1));
            rounds++;
        }
        assertThat(found().state()).isEqualTo(Hook.State.RESTING);
        assertThat(rounds).isBetween(60, 110);
        assertThat(receiver.got()).hasSize(HookPostman.MOST_ATTEMPTS);
        assigned();
        receiver.answers(204);
        assertThat(sent(later)).isZero();
        assertThatThrownBy(() -> hooks.test(made.scope(), hook)).isInstanceOf(Refused.class);
        at(later, () -> hooks.wake(made.scope(), hook));
        sent(later);
        sent(later);
        assertThat(receiver.got()).hasSize(HookPostman.MOST_ATTEMPTS + 4);
        assertThat(hooks.waiting(made.scope(), hook)).isZero();
    }

    @Test
    void whoSaysItIsGoneIsAskedNoMore() {
        assigned();
        receiver.answers(410);
        sent(Duration.ofSeconds(2));
        assertThat(found().state()).isEqualTo(Hook.State.RESTING);
    }

    @Test
    void eachWaitIsTwiceTheOneBeforeGiveOrTakeAFifth() {
        for (int attempt = 1; attempt < HookPostman.MOST_ATTEMPTS; attempt++) {
            long plain = 30_000L << (attempt - 1);
            assertThat(HookPostman.wait(attempt).toMillis()).isBetween(plain * 8 / 10, plain * 12 / 10);
        }
    }

    @Test
    void whatDidNotHappenIsNotToldAndWhatNobodyAskedForNeither() {
        at(Duration.ZERO, () -> {
            hooks.end(made.scope(), hook);
            hook = hooks.set(made.scope(), receiver.address("/steps"), List.of(HookKind.STEP));
        });
        MatterId matter = assigned();
        assertThatThrownBy(() -> matters.step(
                        made.scope(),
                        matter,
                        new Act(
                                99,
                                "assign",
                                Map.of(),
                                Map.of(),
                                UUID.randomUUID().toString())))
                .isInstanceOf(Refused.class);
        assertThat(hooks.deliveries(made.scope(), hook)).singleElement().returns(HookKind.STEP, Delivery::kind);
        assertThat(hooks.of(made.scope())).extracting(Hook::state).containsExactly(Hook.State.ACTIVE, Hook.State.ENDED);
    }

    @Test
    void aTrialAndAMessageOnceMoreAreSentWhenSomebodyAsks() {
        MatterId matter = assigned();
        sent(Duration.ofSeconds(2));
        at(Duration.ofMinutes(1), () -> {
            hooks.test(made.scope(), hook);
            hooks.again(made.scope(), hook, matter.value(), 1);
        });
        sent(Duration.ofMinutes(2));
        sent(Duration.ofMinutes(2));
        assertThat(receiver.got()).hasSize(4);
        assertThat(receiver.got())
                .filteredOn(got -> got.id().equals(matter + "_1"))
                .hasSize(2);
        assertThat(receiver.got())
                .extracting(got -> JsonPath.<String>read(got.body(), "$.type"))
                .contains("hook.test");
        assertThatThrownBy(() -> hooks.again(made.scope(), hook, UUID.randomUUID(), 1))
                .isInstanceOf(NotFound.class);
    }

    /** Whoever runs the other system knows who was online when: what came through the door is told by its day. */
    @Test
    void whatCameThroughTheDoorIsToldWhenItsDayIsOverAndNotByItsMoment() {
        at(Duration.ofHours(1), () -> {
            doors.ask(new Asking(DoorKind.HOTLINE, unit, null, "", Map.of("what", "灯不亮"), Contact.NONE, null, "quiet"));
            hooks.test(made.scope(), hook);
        });
        assertThat(sent(Duration.ofHours(2))).as("the trial").isEqualTo(1);
        Delivery waits = hooks.deliveries(made.scope(), hook).stream()
                .filter(each -> each.kind() == HookKind.BEGUN)
                .findFirst()
                .orElseThrow();
        at(Duration.ofHours(2), () -> {
            dispatched(new MatterId(waits.subjectId()));
            hooks.again(made.scope(), hook, waits.subjectId(), 1);
        });
        assertThat(sent(Duration.ofHours(13))).as("the day is not over").isZero();
        assertThat(sent(Duration.ofHours(14))).isEqualTo(1);
        assertThat(sent(Duration.ofHours(14))).isEqualTo(1);
        assertThat(receiver.got().subList(1, 3))
                .extracting(got -> JsonPath.<String>read(got.body(), "$.timestamp"))
                .containsExactly("2027-02-28T16:00:00Z", "2027-02-28T16:00:00Z");
        assertThat(waits.subjectId().getMostSignificantBits() >>> 16)
                .as("nor does the id tell it")
                .isEqualTo(Instant.parse("2027-02-28T16:00:00Z").toEpochMilli());
    }

    private void dispatched(MatterId matter) {
        String due = days.today().plusDays(3).toString();
        Map<String, OrganizationId> whom = Map.of("responsible", made.third());
        matters.step(made.scope(), matter, new Act(1, "dispatch", Map.of("due", due), whom, "dispatch-quiet"));
    }

    @Test
    void theHooksOfOthersAreNotThere() {
        var stranger = sample.make().scope();
        assertThat(hooks.of(stranger)).isEmpty();
        assertThatThrownBy(() -> hooks.find(stranger, hook)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> hooks.end(stranger, hook)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> hooks.secret(stranger, hook)).isInstanceOf(NotFound.class);
        assertThat(found().state()).isEqualTo(Hook.State.ACTIVE);
    }

    @Test
    void aUnitHasSoManyAndNoneThatHearsOfNothing() {
        assertThatThrownBy(() -> hooks.set(made.scope(), receiver.address("/"), List.of()))
                .isInstanceOf(Invalid.class);
        for (int i = 1; i < Hooks.MOST; i++) {
            hooks.set(made.scope(), receiver.address("/" + i), List.of(HookKind.BEGUN));
        }
        assertThatThrownBy(() -> hooks.set(made.scope(), receiver.address("/"), List.of(HookKind.BEGUN)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theSecretIsInNoTable() {
        String bytes = hooks.secret(made.scope(), hook).substring("whsec_".length());
        assertThat(database.sql("SELECT count(*) FROM audit.entries e WHERE e.detail::text LIKE '%' || ? || '%'")
                        .param(bytes)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
