package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Invalid;

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
