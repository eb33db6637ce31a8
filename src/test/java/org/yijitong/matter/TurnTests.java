package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yijitong.organization.Because;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Post;
import org.yijitong.organization.Posts;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Whose turn it is: by post and tree, never whoever did what is judged. */
class TurnTests extends MatterDesk {
    @Test
    void eachStateHasItsOwnerAndItsDeadline() {
        MatterId id = begun();
        Matter registered = matters.find(office, id);
        assertThat(registered.owner()).isEqualTo(top);
        assertThat(registered.state()).isEqualTo("registered");
        assertThatThrownBy(() -> matters.find(secretary, id)).isInstanceOf(NotFound.class);
        act(
                office,
                id,
                "assign",
                Map.of("measures", "补学", "due", today.plusDays(9).toString()),
                Map.of("responsible", made.third()));
        Matter doing = matters.find(secretary, id);
        assertThat(doing.owner()).isEqualTo(made.third());
        assertThat(doing.dueOn()).isEqualTo(today.plusDays(9));
        assertThat(board.holders(secretary, doing)).containsExactly("林若川");
        assertThat(board.lines(secretary, MatterFilter.MINE, 10))
                .extracting(MatterLine::matterId)
                .containsExactly(id);
    }

    @Test
    void nobodyJudgesTheirOwnWork() {
        MatterId id = reported();
        assertThatThrownBy(() -> act(secretary, id, "accept", Map.of("verified", "好"), Map.of()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("matter.refused.turn"));
        MatterId own = assigned();
        act(office, own, "report", Map.of("result", "代为报告"), Map.of());
        assertThatThrownBy(() -> accept(own))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("matter.refused.doer"));
        assertThat(board.history(office, matters.find(office, own)).getFirst().onBehalf())
                .isTrue();
        assertThat(board.history(office, matters.find(office, id)).getFirst().onBehalf())
                .isFalse();
    }

    @Test
    void theThirdReopeningGoesALevelUp() {
        MatterId id = matters.begin(
                made.branch(),
                made.third(),
                new Beginning(
                        "visit-problems",
                        "窗口排队",
                        null,
                        Map.of("problem", "排队", "visited", today.toString()),
                        Map.of("asking", made.third())));
        Scope other = new Scope(UUID.randomUUID(), office.unit(), office.top());
        for (int round = 0; round < 3; round++) {
            assertThat(matters.find(office, id).owner()).isEqualTo(made.third());
            act(office, id, "assign", Map.of(), Map.of("responsible", made.other()));
            act(office, id, "answer", Map.of("answer", "加开窗口"), Map.of());
            act(other, id, "solved", Map.of(), Map.of());
            act(other, id, "reopen", Map.of("relapse", "又排队"), Map.of());
        }
        Matter third = matters.find(office, id);
        assertThat(third.reopened()).isEqualTo(3);
        assertThat(third.owner()).isEqualTo(top);
    }

    @Test
    void aVacantPostGivesItToTheSuperiorUntilItIsFilled() {
        MatterId id = assigned();
        posts.relieve(office, made.third(), new Posts.Holder(Post.SECRETARY, made.person("林若川")), today);
        Matter vacant = matters.find(office, id);
        assertThat(vacant.owner()).isEqualTo(top);
        assertThat(vacant.vacant()).isTrue();
        assertThat(board.history(office, vacant).getFirst().kind()).isEqualTo(MatterEvent.Kind.HANDED);
        posts.appoint(office, made.third(), new Posts.Holder(Post.SECRETARY, made.person("陆知行")), true, today, null);
        Matter filled = matters.find(office, id);
        assertThat(filled.owner()).isEqualTo(made.third());
        assertThat(filled.vacant()).isFalse();
        assertThat(filled.revision()).isEqualTo(vacant.revision());
        assertThat(board.holders(office, filled)).containsExactly("陆知行");
    }

    @Test
    void anOrganizationThatEndsLeavesItsMattersToItsSuperior() {
        MatterId id = begun();
        act(
                office,
                id,
                "assign",
                Map.of("measures", "补学", "due", today.plusDays(9).toString()),
                Map.of("responsible", made.small()));
        assertThat(matters.find(office, id).vacant()).isTrue();
        OrganizationId group = organizations.found(
                office,
                new org.yijitong.organization.Founding(
                        null,
                        new org.yijitong.organization.OrganizationState(
                                "第二党小组",
                                null,
                                org.yijitong.organization.OrganizationKind.GROUP,
                                made.third(),
                                0,
                                null)),
                Because.on(today.minusDays(3)));
        MatterId other = begun();
        act(
                office,
                other,
                "assign",
                Map.of("measures", "补学", "due", today.plusDays(9).toString()),
                Map.of("responsible", group));
        organizations.close(office, group, Because.on(today));
        assertThat(matters.find(office, other).owner()).isEqualTo(made.third());
        assertThat(probe.lost(office, today)).isEmpty();
    }
}
