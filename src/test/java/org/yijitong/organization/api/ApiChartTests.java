package org.yijitong.organization.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.organization.SampleUnit;

/** Organizations brought by a program from a workbook, looked through, put in, and taken out again. */
@ServedTest
class ApiChartTests {
    private static final String CHART = "组织代码,全称,类别,上级,成立日期\nD-7,第七党支部,党支部,省数字事务厅机关党委,2024.5.6\n,第二党支部,联合党支部,,\n";
    private static final String MULTIPART = "multipart/form-data; boundary=edge";

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @Test
    void aChartIsBroughtLookedThroughPutInAndTakenOut() {
        SampleUnit.Made made = sample();
        Program officer = officer(made);
        String unit = "/api/v1/units/" + made.unit().unitId();
        String path = location(bring(officer, unit + "/charts", CHART));
        String shown = officer.get(path).body();
        assertThat(shown).contains("\"ADDED\":1", "\"CHANGED\":1", "WAITING");
        String fingerprint = shown.replaceAll("(?s).*\"fingerprint\":\"([^\"]+)\".*", "$1");
        assertThat(officer.get(path + "/rows?verdict=changed").body())
                .contains("\"field\":\"KIND\"", "\"before\":\"BRANCH\"", "\"after\":\"JOINT_BRANCH\"");
        assertThat(apply(officer, path, "other").statusCode()).isEqualTo(409);
        assertThat(officer.post(path + "/application", "{}").statusCode()).isEqualTo(422);
        assertThat(apply(officer, path, fingerprint).statusCode()).isEqualTo(200);
        assertThat(apply(officer, path, fingerprint).statusCode()).isEqualTo(409);
        assertThat(officer.get(path).body()).contains("APPLIED", "\"added\":1", "\"changed\":1");
        String csv = officer.get(unit + "/organizations/export.csv").body();
        assertThat(csv).contains("D-7,第七党支部,,党支部,D");
        assertThat(officer.get(unit + "/organizations/export.xlsx?tree=administrative&on=2020-01-01")
                        .statusCode())
                .isEqualTo(200);
        String again = location(bring(officer, unit + "/charts", csv));
        assertThat(officer.get(again).body()).contains("\"SAME\":").doesNotContain("\"ADDED\":1", "REFUSED");
        assertThat(officer.post(again + "/cancellation", "").statusCode()).isEqualTo(200);
    }

    @Test
    void faultsAreSaidAndStrangersFindNothing() {
        SampleUnit.Made made = sample();
        Program officer = officer(made);
        String charts = "/api/v1/units/" + made.unit().unitId() + "/charts";
        String path = location(bring(officer, charts, CHART + "D_8,第八党支部,兴趣小组,甲,\n"));
        assertThat(officer.get(path + "/rows?verdict=refused").body())
                .contains("\"row\":4", "\"field\":\"CODE\",\"column\":0", "\"field\":\"SUPERIOR\",\"column\":3");
        String fingerprint = officer.get(path).body().replaceAll("(?s).*\"fingerprint\":\"([^\"]+)\".*", "$1");
        assertThat(apply(officer, path, fingerprint).statusCode()).isEqualTo(409);
        HttpResponse<String> none = bring(officer, charts, "甲,乙\n1,2\n");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("\"file\":");
        Program stranger = officer(sample());
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(bring(stranger, charts, CHART).statusCode()).isEqualTo(404);
        Program secretary = Program.as(context, port, "secretary", made.unit(), made.third());
        assertThat(secretary.get(path).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> apply(Program program, String path, String fingerprint) {
        return program.post(path + "/application", "{\"fingerprint\": \"" + fingerprint + "\"}");
    }

    private static HttpResponse<String> bring(Program program, String path, String csv) {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"o.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--edge--\r\n";
        String key = UUID.randomUUID().toString();
        return program.send("POST", path, body, "Content-Type", MULTIPART, "Idempotency-Key", key);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private Program officer(SampleUnit.Made made) {
        return Program.as(context, port, "officer", made.unit(), made.unit().rootId());
    }

    private SampleUnit.Made sample() {
        return context.getAutowireCapableBeanFactory()
                .createBean(SampleUnit.class)
                .make();
    }
}
