package org.yijitong.activity.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.api.Program;
import org.yijitong.shared.Days;

/** Plans through the interface: made, moved, leave written down, recorded once; nothing for strangers. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiPlansTests {
    @Autowired
    ApplicationContext context;

    @Autowired
    Days days;

    @LocalServerPort
    int port;

    private SampleUnit.Made made;
    private Program secretary;
    private Program stranger;
    private String plans;

    @BeforeAll
    void aBranchAndThoseWhoPlan() {
        made = sample();
        SampleUnit.Made other = sample();
        secretary = Program.as(context, port, "secretary", made.unit(), made.third());
        stranger = Program.as(context, port, "secretary", other.unit(), other.third());
        plans = "/api/v1/units/" + made.unit().unitId() + "/organizations/" + made.third() + "/plans";
    }

    private SampleUnit.Made sample() {
        return context.getAutowireCapableBeanFactory()
                .createBean(SampleUnit.class)
                .make();
    }

    private String made(String day) {
        return """
                {"kinds": ["COMMITTEE_MEETING"], "day": "%s", "from": "15:00", "place": "第三会议室", "theme": "学习全会精神"}
                """.formatted(day);
    }

    @Test
    void aPlanLivesThroughTheInterface() {
        String body = made(days.today().toString());
        HttpResponse<String> done = secretary.send("POST", plans, body, "Idempotency-Key", "plan-one");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        String href = done.headers().firstValue("Location").orElseThrow();
        assertThat(secretary
                        .send("POST", plans, body, "Idempotency-Key", "plan-one")
                        .body())
                .isEqualTo(done.body());
        assertThat(secretary.get(plans).body()).contains("\"state\":\"OPEN\"", "第三会议室");
        String moved = "{\"revision\": 1, \"day\": \"%s\", \"reason\": \"改期\"}".formatted(days.today());
        assertThat(secretary.post(href + "/moves", moved).statusCode()).isEqualTo(200);
        assertThat(secretary.post(href + "/moves", moved).statusCode()).isEqualTo(409);
        String person = made.person("林若川").toString();
        assertThat(secretary
                        .post(href + "/leaves", "{\"person\": \"%s\", \"cause\": \"JOURNEY\"}".formatted(person))
                        .statusCode())
                .isEqualTo(200);
        assertThat(secretary.get(href + "/leaves").body()).contains("林若川", "JOURNEY");
        assertThat(secretary.post(href + "/leaves/" + person + "/endings", "").statusCode())
                .isEqualTo(200);
        String record = "{\"kinds\": [\"COMMITTEE_MEETING\"], \"day\": \"%s\"}".formatted(days.today());
        assertThat(secretary.post(href + "/records", record).statusCode()).isEqualTo(201);
        assertThat(secretary.post(href + "/records", record).statusCode()).isEqualTo(409);
        assertThat(secretary.get(href).body()).contains("\"state\":\"RECORDED\"", "MOVED", "改期");
        assertThat(secretary
                        .post(href + "/cancellations", "{\"revision\": 3, \"reason\": \"晚了\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(stranger.get(href + "/leaves").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeReadOrTakenIsSaid() {
        for (String garbage : List.of("", "[", "7", "null", "{}", "{\"day\":\"yesterday\"}", "{\"items\":[null]}")) {
            assertThat(secretary.post(plans, garbage).statusCode()).as(garbage).isIn(400, 422);
        }
        assertThat(secretary.post(plans, made("2020-01-01")).body()).contains("\"day\"");
        assertThat(secretary.send("POST", plans, made("2020-01-01")).statusCode())
                .isIn(400, 422);
        assertThat(stranger.post(plans, made(days.today().toString())).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get(plans).body()).doesNotContain("COMMITTEE_MEETING");
        String arrears = plans.replaceFirst("/plans$", "/arrears");
        for (String garbage : List.of("{}", "{\"lines\":[null]}", "{\"lines\":[{\"day\":\"2026-01-01\"}]}")) {
            assertThat(secretary.post(arrears, garbage).statusCode())
                    .as(garbage)
                    .isIn(400, 422);
        }
        assertThat(secretary.get(arrears).statusCode()).isEqualTo(200);
        assertThat(stranger.get(arrears).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverIsNotInTheRosterCannotAskForLeave() {
        HttpResponse<String> done = secretary.post(plans, made(days.today().toString()));
        String href = done.headers().firstValue("Location").orElseThrow();
        assertThat(secretary.post(href + "/leaves/own", "{}").statusCode()).isEqualTo(404);
        assertThat(secretary.post(href + "/leaves/own/endings", "").statusCode())
                .isEqualTo(404);
    }
}
