package org.yijitong.overview.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.api.Program;
import org.yijitong.shared.Days;

/** Rehearsals through the interface. */
@ServedTest
class ApiRehearsalsTests {
    @Autowired
    ApplicationContext context;

    @Autowired
    Days days;

    @LocalServerPort
    int port;

    private SampleUnit.Made sample() {
        return context.getAutowireCapableBeanFactory()
                .createBean(SampleUnit.class)
                .make();
    }

    private String document() {
        LocalDate since = LocalDate.of(days.today().getYear() + 1, 1, 1);
        return "mechanism: by-program\\nversion: 1\\nname: {zh-Hans: 样例, en: Sample}\\nin-force: {since: " + since
                + ", until: " + since.plusYears(1) + "}\\nsources: [{regulation: 样例}]\\nduties:\\n"
                + "  - duty: lesson\\n    name: {zh-Hans: 样例, en: Sample}\\n    basis: {regulation: 样例}\\n"
                + "    owed-by: {organizations: [branch]}\\n    every: quarter\\n    need: 1\\n"
                + "    counts: {fact: activity, where: [{field: kinds, contains: lesson}]}\\n";
    }

    @Test
    void aProgramRehearsesAndReadsWhatCameOfIt() {
        SampleUnit.Made made = sample();
        Program officer =
                Program.as(context, port, "officer", made.unit(), made.unit().rootId());
        HttpResponse<String> begun = officer.post("/api/v1/rehearsals", "{\"text\": \"%s\"}".formatted(document()));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String href = begun.headers().firstValue("Location").orElseThrow();
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> officer.get(href).body().contains("\"state\":\"DONE\""));
        assertThat(officer.get(href).body()).contains("\"duty\":\"lesson\"", "\"owed\":12", "\"met\":0");
        assertThat(officer.post(href + "/cancellation", "").body()).contains("DONE");
        SampleUnit.Made other = sample();
        Program stranger =
                Program.as(context, port, "officer", other.unit(), other.unit().rootId());
        assertThat(stranger.get(href).statusCode()).isEqualTo(404);
        Program secretary = Program.as(context, port, "secretary", made.unit(), made.third());
        assertThat(secretary.post("/api/v1/rehearsals", "{\"text\": \"\"}").statusCode())
                .isEqualTo(404);
        assertThat(officer.post("/api/v1/rehearsals", "{\"text\": \"mechanism: x\"}")
                        .statusCode())
                .isEqualTo(422);
    }
}
