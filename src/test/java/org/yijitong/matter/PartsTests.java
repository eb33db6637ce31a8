package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.organization.Because;
import org.yijitong.organization.Founding;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Post;
import org.yijitong.organization.Posts.Holder;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** A matter in several hands: the whole waits for its parts, and how far it is follows from them. */
class PartsTests extends MatterDesk {
    @Autowired
    Parts parts;

    private MatterId part(MatterId whole, OrganizationId doer, int weight) {
        return part(secretary, whole, doer, weight);
    }

    private MatterId part(Scope scope, MatterId whole, OrganizationId doer, int weight) {
        return parts.begin(
                scope,
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

    /** An organization with somebody in a post of it. */
    private OrganizationId led(String name, OrganizationKind kind, OrganizationId superior, Post post) {
        OrganizationId found = organizations.found(
                office,
                new Founding(null, new OrganizationState(name, null, kind, superior, 0, null)),
                Because.on(today.minusYears(1)));
        posts.appoint(
                office, found, new Holder(post, made.person("周晓岚")), false, today.minusMonths(6), today.plusYears(2));
        return found;
    }

    private void handsOut(Scope giver, MatterId whole, OrganizationId holder) {
        assertThat(matters.find(office, whole).owner()).isEqualTo(holder);
        MatterId part = part(giver, whole, made.third(), 1);
        assertThat(matters.find(office, part).hostId()).isEqualTo(holder);
        act(secretary, part, "report", Map.of("result", "整理好了"), Map.of());
        assertThat(Objects.requireNonNull(matters.find(office, part).named())).isEqualTo(holder);
        act(office, part, "accept", Map.of(), Map.of());
        assertThat(split(whole).closed()).isEqualTo(1);
    }

    @Test
    void aGroupThatHasAMatterGivesPartsOfItToOthersAndItsLeaderLooksAtThem() {
        OrganizationId group = led("第二党小组", OrganizationKind.GROUP, made.third(), Post.LEADER);
        MatterId whole = begun();
        act(
                office,
                whole,
                "assign",
                Map.of("measures", "补学", "due", today.plusDays(9).toString()),
                Map.of("responsible", group));
        handsOut(secretary, whole, group);
    }

    @Test
    void aPartyGroupGivesPartsOfItsMattersToOthers() {
        OrganizationId group = led("省数字事务厅党组", OrganizationKind.PARTY_GROUP, top, Post.SECRETARY);
        MatterId whole = matters.begin(
                office,
                group,
                new Beginning(
                        "political-tasks",
                        "传达学习",
                        "speech",
                        Map.of("origin-text", "讲话", "studied", today.toString()),
                        Map.of()));
        handsOut(office, whole, group);
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
