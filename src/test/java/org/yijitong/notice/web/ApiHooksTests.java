package org.yijitong.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.api.Program;

/** Hooks through the interface. */
@ServedTest
class ApiHooksTests {
    private static final String BODY = """
            {"address": "http://127.0.0.1:9/in", "kinds": ["begun", "STEP"]}""";

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private SampleUnit.Made made;
    private Program administrator;
    private String hooks;

    @BeforeEach
    void make() {
        made = context.getAutowireCapableBeanFactory()
                .createBean(SampleUnit.class)
                .make();
        administrator = Program.as(
                context, port, "administrator", made.unit(), made.unit().rootId());
        hooks = "/api/v1/units/" + made.unit().unitId() + "/hooks";
    }

    private static String read(HttpResponse<String> answer, String path) {
        return JsonPath.read(answer.body(), path).toString();
    }

    @Test
    void oneIsSetTriedAndEnded() {
        HttpResponse<String> set = administrator.post(hooks, BODY);
        assertThat(set.statusCode()).as(set.body()).isEqualTo(201);
        assertThat(read(set, "$.secret")).startsWith("whsec_");
        String one = read(set, "$.href");
        assertThat(read(administrator.get(one), "$.kinds")).isEqualTo("[\"BEGUN\",\"STEP\"]");
        assertThat(administrator.get(one).body()).doesNotContain("whsec_");
        assertThat(administrator.post(one + "/tests", "").statusCode()).isEqualTo(200);
        HttpResponse<String> deliveries = administrator.get(one + "/deliveries");
        assertThat(read(deliveries, "$[0].state")).isEqualTo("WAITING");
        String message = read(deliveries, "$[0].message");
        assertThat(administrator
                        .post(one + "/deliveries/" + message + "/repetition", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(administrator.post(one + "/waking", "").statusCode()).isEqualTo(200);
        assertThat(administrator.post(one + "/ending", "").statusCode()).isEqualTo(200);
        assertThat(administrator.post(one + "/tests", "").statusCode()).isEqualTo(409);
        assertThat(read(administrator.get(hooks), "$[0].state")).isEqualTo("ENDED");
    }

    @Test
    void whatCannotBeTakenIsRefusedAndStrangersFindNothing() {
        for (String body : List.of(
                "{\"address\": \"https://10.0.0.1/\", \"kinds\": [\"step\"]}",
                "{\"address\": \"http://127.0.0.1:9/\", \"kinds\": [\"all\"]}",
                "{\"address\": \"http://127.0.0.1:9/\"}",
                "{\"kinds\": [\"step\"]}")) {
            assertThat(administrator.post(hooks, body).statusCode()).as(body).isEqualTo(422);
        }
        String one = read(administrator.post(hooks, BODY), "$.href");
        Program officer =
                Program.as(context, port, "officer", made.unit(), made.unit().rootId());
        assertThat(officer.get(one).statusCode()).isEqualTo(404);
        assertThat(officer.post(hooks, BODY).statusCode()).isEqualTo(404);
    }
}
