package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Refused;

/** Whom somebody of a branch may name: those within reach and those above, nobody beside. */
class PartiesTests extends MatterDesk {
    @Autowired
    Flows flows;

    @Test
    void aBranchNamesItsCommittee() {
        Flow transfer =
                flows.inForce("membership-transfer", today).orElseThrow().flow();
        assertThat(board.candidates(secretary, transfer, List.of(transfer.begin())))
                .containsOnlyKeys("committee");
        assertThat(board.candidates(secretary, transfer, List.of(transfer.begin()))
                        .getOrDefault("committee", Map.of()))
                .containsOnlyKeys(top.toString());
        MatterId id = transfer(top);
        assertThat(matters.find(secretary, id).owner()).isEqualTo(top);
    }

    @Test
    void nobodyNamesWhoStandsBeside() {
        assertThatThrownBy(() -> transfer(made.other())).isInstanceOf(Invalid.class);
        OrganizationId stranger = sample.make().unit().rootId();
        assertThatThrownBy(() -> transfer(stranger)).isInstanceOf(Invalid.class);
        Flow list = flows.inForce("joint-list", today).orElseThrow().flow();
        assertThat(board.candidates(secretary, list, List.of(list.begin())).getOrDefault("partner", Map.of()))
                .doesNotContainKey(made.other().toString());
        assertThatThrownBy(() -> matters.begin(
                        secretary,
                        made.third(),
                        new Beginning(
                                "joint-list",
                                "一起办",
                                null,
                                Map.of(
                                        "problem",
                                        "一起办",
                                        "due",
                                        today.plusDays(9).toString()),
                                Map.of("doer", made.third(), "partner", made.other()))))
                .isInstanceOf(Invalid.class);
    }

    private MatterId listed(Map<String, OrganizationId> parties, String outside) {
        return matters.begin(
                secretary,
                made.third(),
                new Beginning(
                        "joint-list",
                        "一起办",
                        null,
                        Map.of("problem", "一起办", "due", today.plusDays(9).toString(), "partner-outside", outside),
                        parties));
    }

    @Test
    void oneThatIsNotHereIsWrittenByItsNameAndWhoAnsweredForItIsAsked() {
        MatterId id = listed(Map.of("doer", made.third()), " 省税务局机关党委 ");
        Matter matter = matters.find(secretary, id);
        assertThat(matter.known().outside()).containsExactly(Map.entry("partner", "省税务局机关党委"));
        assertThat(matter.owner()).isEqualTo(made.third());
        assertThat(matter.dueOn()).isNotNull();
        assertThatThrownBy(() -> act(secretary, id, "agree", Map.of("share", "出场地"), Map.of()))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.faults())
                                .containsOnlyKeys("answered-by", "answered-how", "answered-on"));
        Map<String, String> answered = Map.of(
                "share", "出场地", "answered-by", "王处长", "answered-how", "税机党函 3 号", "answered-on", today.toString());
        act(secretary, id, "agree", answered, Map.of());
        assertThat(board.history(secretary, matters.find(secretary, id))
                        .getFirst()
                        .answers())
                .containsEntry("answered-how", "税机党函 3 号");
        act(secretary, id, "report", Map.of("result", "办了两场"), Map.of());
        Map<String, String> closing =
                Map.of("use", "学了", "answered-by", "王处长", "answered-how", "电话", "answered-on", today.toString());
        assertThatThrownBy(() -> act(secretary, id, "close", closing, Map.of())).isInstanceOf(Refused.class);
        Matter seen = matters.find(office, id);
        assertThat(seen.owner()).isNotNull();
        assertThat(seen.dueOn()).isNotNull();
        act(office, id, "close", closing, Map.of());
        assertThat(matters.find(office, id).settled()).isTrue();
    }

    @Test
    void whereAFlowDoesNotLetItNobodyIsOutsideNorIsOneNamedTwice() {
        Map<String, OrganizationId> both = Map.of("doer", made.third(), "partner", made.third());
        assertThatThrownBy(() -> listed(both, "省税务局机关党委"))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.faults()).containsOnlyKeys("partner-outside"));
        assertThatThrownBy(() -> listed(Map.of("doer", made.third()), "长".repeat(101)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> listed(Map.of("doer", made.third()), " ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> listed(Map.of(), "省税务局机关党委"))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.faults()).containsOnlyKeys("doer"));
    }

    private MatterId transfer(OrganizationId committee) {
        return matters.begin(
                secretary,
                made.third(),
                new Beginning(
                        "membership-transfer",
                        "转出",
                        null,
                        Map.of(
                                "member",
                                made.person("林若川").toString(),
                                "to-committee",
                                "别的党委",
                                "to-branch",
                                "一支部",
                                "paid",
                                "9 月"),
                        Map.of("committee", committee)));
    }
}
