package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yijitong.access.web.Browser;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.TurnedFlow;

/** Running matters go over to another version of their flow. */
class MigrationPagesTests extends BoardDesk {
    @Test
    void anotherVersionIsLookedAtProposedAndApproved() {
        String flow = "turned-" + UUID.randomUUID().toString().substring(0, 8);
        publications.publish("one.yaml", TurnedFlow.text(flow, 1, days.today()));
        publications.publish("two.yaml", TurnedFlow.text(flow, 2, days.today()));
        MatterId id = matters.begin(
                made.scope(),
                top,
                new Beginning(flow, "建台账", null, Map.of(), Map.of("doer", made.third(), "helper", made.other())));
        String migrations = base + "/migrations";
        String asked = migrations + "/new?flow=" + flow + "&from=2&to=1";
        assertThat(page(officer.get(asked)).select("main").text()).contains("转不了的 1 件");
        assertThat(page(officer.get(asked + "&state-carrying-out=doing"))
                        .select("main")
                        .text())
                .contains("可以转的 1 件");
        String[] fields = {"key", "move", "flow", flow, "from", "2", "to", "1", "state-carrying-out", "doing"};
        String proposal = Browser.location(officer.post(migrations, fields));
        assertThat(status(officer.post(proposal + "/approval", "key", "mine"))).isEqualTo(409);
        assertThat(status(stranger.get(proposal))).isEqualTo(404);
        assertThat(status(as("secretary", made.unit().unitId(), made.third(), null)
                        .get(proposal)))
                .isEqualTo(404);
        Browser second = as("officer", made.unit().unitId(), top, null);
        assertThat(status(second.post(proposal + "/approval", "key", "yes"))).isEqualTo(303);
        assertThat(page(officer.get(base + "/matters/" + id)).select(".tline").text())
                .contains("从第 2 版换到第 1 版");
        assertThat(status(officer.get(migrations + "/new?flow=" + flow + "&from=9&to=1")))
                .isEqualTo(404);
        assertThat(status(officer.get(migrations + "/new?flow=" + flow + "&from=2&to=1&state-carrying-out=none")))
                .isEqualTo(422);
    }
}
