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

/** Records through the interface: written once, read back, corrected, withdrawn; nothing for strangers. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiRecordsTests {
    @Autowired
    ApplicationContext context;

    @Autowired
    Days days;

    @LocalServerPort
    int port;

    private SampleUnit.Made made;
    private Program secretary;
    private Program stranger;
    private String unit;
    private String records;

    @BeforeAll
    void aBranchAndThoseWhoWrite() {
        made = sample();
        SampleUnit.Made other = sample();
        secretary = Program.as(context, port, "secretary", made.unit(), made.third());
        stranger = Program.as(context, port, "secretary", other.unit(), other.third());
        unit = "/api/v1/units/" + made.unit().unitId();
        records = unit + "/organizations/" + made.third() + "/records";
    }

    private SampleUnit.Made sample() {
        return context.getAutowireCapableBeanFactory()
                .createBean(SampleUnit.class)
                .make();
    }

    private String body(String minutes) {
        return """
                {"kinds": ["GENERAL_MEETING", "LESSON"], "day": "%s", "from": "15:00", "to": "16:30",
                 "absences": [{"person": "%s", "cause": "ILLNESS"}],
                 "agenda": [{"subject": "学习全会精神", "study": true}, {"subject": "支部工作"}], "minutes": "%s",
                 "decisions": [{"subject": "拿出清单", "owner": "%s", "due": "%s"}], "hours": 1.5}
                """.formatted(days.today(), made.person("周晓岚"), minutes, made.person("沈南乔"), days.today());
    }

    @Test
    void aRecordLivesThroughTheInterface() {
        HttpResponse<String> done = secretary.send("POST", records, body("接口写的"), "Idempotency-Key", "api-one");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        assertThat(secretary
                        .send("POST", records, body("接口写的"), "Idempotency-Key", "api-one")
                        .headers()
                        .firstValue("Location"))
                .isEqualTo(done.headers().firstValue("Location"));
        String href = done.headers().firstValue("Location").orElseThrow();
        assertThat(secretary.get(href).body())
                .contains("\"expected\":9", "\"present\":8", "\"ILLNESS\"", "接口写的", "\"hours\":1.5");
        assertThat(secretary
                        .get(unit + "/records?q=%E6%8E%A5%E5%8F%A3%E5%86%99&kind=lesson")
                        .body())
                .contains("\"next\":null", "学习全会精神");
        String correction = "{\"revision\": 1, \"reason\": \"更正\", \"content\": " + body("又写的") + "}";
        assertThat(secretary.post(href + "/corrections", correction).statusCode())
                .isEqualTo(200);
        assertThat(secretary.post(href + "/corrections", correction).statusCode())
                .isEqualTo(409);
        assertThat(secretary.get(href + "?revision=1").body()).contains("接口写的");
        assertThat(secretary
                        .post(href + "/withdrawals", "{\"revision\": 2, \"reason\": \"没有开\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(secretary.get(href).body()).contains("\"withdrawn\":true");
    }

    @Test
    void aFileIsPutInReadAndTakenOff() {
        String record = secretary
                .post(records, body("有附件"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String files = record + "/attachments";
        HttpResponse<String> done = bring(secretary, files, "%PDF-1.7 signed");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        String file = done.headers().firstValue("Location").orElseThrow();
        assertThat(secretary.get(files).body()).contains("\"format\":\"PDF\"", "signed.bin.pdf");
        HttpResponse<String> opened = secretary.get(file);
        assertThat(opened.body()).isEqualTo("%PDF-1.7 signed");
        assertThat(opened.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(bring(secretary, files, "MZ").statusCode()).isEqualTo(422);
        assertThat(bring(secretary, files, "").statusCode()).isEqualTo(422);
        assertThat(bring(stranger, files, "%PDF-").statusCode()).isEqualTo(404);
        assertThat(stranger.get(files).statusCode()).isEqualTo(404);
        assertThat(stranger.get(file).statusCode()).isEqualTo(404);
        assertThat(secretary.post(file + "/removals", "").statusCode()).isEqualTo(200);
        assertThat(secretary.get(files).body()).isEqualTo("[]");
        assertThat(secretary.get(file).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> bring(Program program, String path, String content) {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"signed.bin\"\r\n\r\n"
                + content + "\r\n--edge--\r\n";
        return program.send(
                "POST",
                path,
                body,
                "Content-Type",
                "multipart/form-data; boundary=edge",
                "Idempotency-Key",
                java.util.UUID.randomUUID().toString());
    }

    @Test
    void theOutlookStoresNothing() {
        HttpResponse<String> outlook = secretary.post(records + "/outlook", body("只是看看"));
        assertThat(outlook.statusCode()).as(outlook.body()).isEqualTo(200);
        assertThat(outlook.body()).contains("\"counts\":", "\"near\":");
        assertThat(secretary.get(unit + "/records?q=%E5%8F%AA%E6%98%AF").body()).contains("\"records\":[]");
    }

    @Test
    void whatCannotBeReadOrTakenIsSaid() {
        for (String garbage : List.of("", "[", "7", "null", "{\"day\":\"yesterday\"}", "{\"kinds\":[\"PARTY\"]}")) {
            assertThat(secretary.post(records, garbage).statusCode())
                    .as(garbage)
                    .isIn(400, 422);
        }
        assertThat(secretary.post(records, "{}").body()).contains("\"faults\"");
        assertThat(secretary.post(records, "{\"admin\": true}").statusCode()).isEqualTo(400);
        assertThat(secretary.send("POST", records, body("没有键")).statusCode()).isEqualTo(400);
        assertThat(secretary.get(unit + "/records?size=1000").statusCode()).isEqualTo(422);
        assertThat(secretary.get(unit + "/records?from=soon").statusCode()).isEqualTo(400);
    }

    @Test
    void strangersFindNothing() {
        assertThat(stranger.get(unit + "/records").statusCode()).isEqualTo(404);
        assertThat(stranger.post(records, body("外人")).statusCode()).isEqualTo(404);
    }
}
