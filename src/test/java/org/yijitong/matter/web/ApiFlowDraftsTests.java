package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.matter.FlowPublications;
import org.yijitong.matter.TurnedFlow;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.api.Program;
import org.yijitong.shared.Days;
import tools.jackson.databind.json.JsonMapper;

/** Programs see what would come of all running matters under the text of a draft. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiFlowDraftsTests {
    private static final String DRAFTS = "/api/v1/flow-drafts";

    @Autowired
    ApplicationContext context;

    @Autowired
    FlowPublications publications;

    @Autowired
    Days days;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    private final String flow = "told-" + UUID.randomUUID().toString().substring(0, 8);
    private SampleUnit.Made made;
    private Program officer;

    @BeforeAll
    void anOfficer() {
        publications.publish("api.yaml", TurnedFlow.text(flow, 1, days.today()));
        made = sample();
        officer = Program.as(context, port, "officer", made.unit(), made.unit().rootId());
    }

    private SampleUnit.Made sample() {
        return context.getAutowireCapableBeanFactory()
                .createBean(SampleUnit.class)
                .make();
    }

    private String draft(String text) {
        HttpResponse<String> made =
                officer.post(DRAFTS, "{\"text\": %s, \"why\": \"试一试\"}".formatted(json.writeValueAsString(text)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void allRunningMattersAreCountedByWhereTheyWouldGo() {
        for (int i = 0; i < 3; i++) {
            officer.post(
                    "/api/v1/units/" + made.unit().unitId() + "/organizations/"
                            + made.unit().rootId() + "/matters",
                    """
                    {"flow": "%s", "title": "建台账", "parties": {"doer": "%s"}}
                    """.formatted(flow, made.third()));
        }
        String turned = TurnedFlow.text(flow, 2, days.today());
        String found = officer.get(draft(turned) + "/preview").body();
        assertThat(JsonPath.<Integer>read(found, "$.before")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(found, "$.going")).isZero();
        assertThat(JsonPath.<Integer>read(found, "$.notGoing")).isEqualTo(3);
        assertThat(JsonPath.<List<String>>read(found, "$.staying[*].title")).hasSize(3);
        assertThat(JsonPath.<String>read(found, "$.counts[0].why")).isEqualTo("state");
        String same = TurnedFlow.text(flow, 1, days.today()).replace("version: 1", "version: 2");
        String kept = officer.get(draft(same) + "/preview").body();
        assertThat(JsonPath.<Integer>read(kept, "$.going")).isEqualTo(3);
        assertThat(JsonPath.<String>read(kept, "$.counts[0].to")).isEqualTo("doing");
    }

    @Test
    void aTextWithFaultsAndSomebodyElsesDraftHaveNone() {
        String wrong = draft("flow: x");
        assertThat(officer.get(wrong + "/preview").statusCode()).isEqualTo(422);
        SampleUnit.Made other = sample();
        Program stranger =
                Program.as(context, port, "officer", other.unit(), other.unit().rootId());
        String draft = draft(TurnedFlow.text(flow, 2, days.today()));
        assertThat(stranger.get(draft + "/preview").statusCode()).isEqualTo(404);
        assertThat(officer.get(DRAFTS + "/" + UUID.randomUUID() + "/preview").statusCode())
                .isEqualTo(404);
        Program secretary = Program.as(context, port, "secretary", made.unit(), made.third());
        assertThat(secretary.get(draft + "/preview").statusCode()).isEqualTo(404);
    }
}
