package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** A matter in several hands: the whole waits for its parts, and how far it is follows from them. */
class PartsTests extends MatterDesk {
    @Autowired
    Parts parts;

    private MatterId part(MatterId whole, OrganizationId doer, int weight) {
        return parts.begin(
                secretary,
                whole,
                new Beginning(
                        "shared-part",
                        "整理三月的记录",
                        null,
                        Map.of("what", "三月", "due", today.plusDays(5).toString()),
                        Map.of("doer", doer)),
                weight);
    }

    private void close(MatterId part) {
        act(secretary, part, "report", Map.of("result", "整理好了"), Map.of());
        act(office, part, "accept", Map.of(), Map.of());
    }

    private Parts.Split split(MatterId whole) {
        return parts.of(office, matters.find(office, whole));
    }

    @Test
    void theWholeWaitsForItsPartsAndItsProgressIsTheirs() {
        MatterId whole = assigned();
        int read = matters.find(office, whole).revision();
        MatterId heavy = part(whole, made.third(), 3);
        MatterId light = part(whole, made.third(), 1);
        assertThat(split(whole)).satisfies(each -> {
            assertThat(each.closed()).isZero();
            assertThat(each.all()).isEqualTo(4);
        });
        assertThatThrownBy(() ->
                        matters.step(secretary, whole, new Act(read, "report", Map.of("result", "x"), Map.of(), "old")))
                .isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> act(secretary, whole, "report", Map.of("result", "都办了"), Map.of()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("matter.refused.parts"));
        close(heavy);
        assertThat(split(whole).closed()).isEqualTo(3);
        assertThatThrownBy(() -> parts.release(secretary, whole, light, " ")).isInstanceOf(Invalid.class);
        parts.release(secretary, whole, light, "并到下个月办");
        assertThatThrownBy(() -> parts.release(secretary, whole, light, "再放一次")).isInstanceOf(Refused.class);
        assertThat(split(whole).all()).isEqualTo(3);
        act(secretary, whole, "report", Map.of("result", "都办了"), Map.of());
        assertThat(board.history(office, matters.find(office, whole)))
                .extracting(MatterEvent::kind)
                .contains(MatterEvent.Kind.SPLIT, MatterEvent.Kind.RELEASED);
        assertThat(parts.whole(office, matters.find(office, heavy))).contains(whole);
    }

    @Test
    void onlyWhoeverHasTheWholeGivesPartsOfItToOthers() {
        MatterId whole = assigned();
        Scope far = new Scope(UUID.randomUUID(), office.unit(), made.other().value());
        assertThatThrownBy(
                        () -> parts.begin(far, whole, new Beginning("shared-part", "x", null, Map.of(), Map.of()), 1))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> part(whole, made.third(), 0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> part(whole, made.third(), 101)).isInstanceOf(Invalid.class);
        MatterId part = part(whole, made.third(), 1);
        assertThatThrownBy(() -> parts.release(secretary, whole, new MatterId(UUID.randomUUID()), "x"))
                .isInstanceOf(NotFound.class);
        MatterId other = assigned();
        assertThatThrownBy(() -> parts.release(secretary, other, part, "x")).isInstanceOf(NotFound.class);
        MatterId reported = reported();
        assertThatThrownBy(() -> part(reported, made.third(), 1)).isInstanceOf(Refused.class);
    }
}
