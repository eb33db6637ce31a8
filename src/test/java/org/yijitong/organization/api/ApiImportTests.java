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

/** A roster brought by a program, looked through, put in and taken back. */
@ServedTest
class ApiImportTests {
    private static final String ROSTER =
            "姓名,公民身份号码,入党时间,所在支部,人员类别\n" + "温以宁,990104198003070124,2012.7.1,第三党支部,正式党员\n方时雨,,2062.5.12,第三党支部,正式党员\n";
    private static final String MULTIPART = "multipart/form-data; boundary=edge";

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @Test
    void aRosterIsBroughtLookedThroughPutInAndTakenBack() {
        SampleUnit.Made made = sample();
        Program officer = officer(made);
        String imports = "/api/v1/units/" + made.unit().unitId() + "/imports";
        HttpResponse<String> brought = bring(officer, imports);
        assertThat(brought.statusCode()).as(brought.body()).isEqualTo(201);
        String path = brought.headers().firstValue("Location").orElseThrow();
        reached(officer, path, "READING", "CHECKED");
        String refused = officer.get(path + "/rows?verdict=refused").body();
        assertThat(refused).contains("方时雨", "JOINED_ON");
        String added = officer.get(path + "/rows?verdict=added").body();
        assertThat(added + refused).doesNotContain("990104198003070124");
        assertThat(officer.get(path + "/rows?verdict=x").statusCode()).isEqualTo(422);
        assertThat(officer.post(path + "/undoing", "").statusCode()).isEqualTo(409);
        assertThat(officer.post(path + "/application", "").statusCode()).isEqualTo(200);
        reached(officer, path, "APPLYING", "APPLIED");
        assertThat(officer.post(path + "/cancellation", "").statusCode()).isEqualTo(409);
        assertThat(officer.post(path + "/undoing", "").statusCode()).isEqualTo(200);
        reached(officer, path, "UNDOING", "UNDONE");
        Program stranger = officer(sample());
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(bring(stranger, imports).statusCode()).isEqualTo(404);
        assertThat(stranger.post(path + "/application", "").statusCode()).isEqualTo(404);
        assertThat(officer.post(imports, "{}").statusCode()).isBetween(400, 499);
    }

    private HttpResponse<String> bring(Program program, String path) {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + ROSTER + "\r\n--edge--\r\n";
        String key = UUID.randomUUID().toString();
        return program.send("POST", path, body, "Content-Type", MULTIPART, "Idempotency-Key", key);
    }

    private static void reached(Program program, String path, String working, String state) {
        String body = program.get(path).body();
        for (int asked = 0; asked < 5000 && body.contains(working); asked++) {
            body = program.get(path).body();
        }
        assertThat(body).contains("\"" + state + "\"");
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
