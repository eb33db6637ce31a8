package org.yijitong.activity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.activity.imports.LedgerDesk;
import org.yijitong.activity.imports.LedgerImport;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.api.Program;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sha256;

/** Ledgers that were brought in, through the interface: listed, opened to their records, taken back. */
@ServedTest
class ApiImportedLedgersTests {
    @Autowired
    ApplicationContext context;

    @Autowired
    LedgerDesk desk;

    @Autowired
    Days days;

    @LocalServerPort
    int port;

    private SampleUnit.Made sample() {
        return context.getAutowireCapableBeanFactory()
                .createBean(SampleUnit.class)
                .make();
    }

    private UUID written(SampleUnit.Made made, byte[] file) {
        Scope scope = made.scope();
        UUID id = desk.begin(
                scope, made.third(), "接口.csv", file, String.valueOf(days.today().getYear()));
        desk.write(scope, id);
        await().atMost(60, TimeUnit.SECONDS).until(() -> desk.find(scope, id).state() == LedgerImport.State.WRITTEN);
        return id;
    }

    @Test
    void oneIsFoundOpenedAndTakenBack() {
        SampleUnit.Made made = sample();
        SampleUnit.Made elsewhere = sample();
        Program officer =
                Program.as(context, port, "officer", made.unit(), made.unit().rootId());
        Program stranger = Program.as(
                context, port, "officer", elsewhere.unit(), elsewhere.unit().rootId());
        String imports = "/api/v1/units/" + made.unit().unitId() + "/ledger-imports";
        byte[] file = ("日期,类型,内容\n" + days.today() + ",党课,接口导入的\n").getBytes(StandardCharsets.UTF_8);
        UUID id = written(made, file);
        String one = imports + "/" + id;
        assertThat(officer.get(imports).body())
                .contains(id.toString(), "接口.csv", Sha256.hex(file), "\"undone\":null", "\"next\":null");
        assertThat(officer.get(one).body()).contains("\"standing\":1", "\"rests\":0", "\"state\":null");
        String records = "/api/v1/units/" + made.unit().unitId() + "/records?import=";
        assertThat(officer.get(records + id).body()).contains("接口导入的", "\"importId\":\"" + id + "\"");
        assertThat(officer.get(records + UUID.randomUUID()).body()).contains("\"records\":[]");
        refusesOthersAndWhatIsIncomplete(officer, stranger, one);
        HttpResponse<String> done = officer.post(one + "/undoing", "{\"reason\": \"错了\"}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        await().atMost(60, TimeUnit.SECONDS).until(() -> officer.get(one).body().contains("\"state\":\"DONE\""));
        assertThat(officer.get(one).body()).contains("\"standing\":0", "\"reason\":\"错了\"", "\"percent\":100");
        assertThat(officer.get(records + id + "&withdrawn=true").body()).contains("\"withdrawn\":true");
        assertThat(officer.post(one + "/undoing", "{\"reason\": \"错了\"}").statusCode())
                .isEqualTo(409);
        assertThat(officer.post(one + "/cancellation", "{}").statusCode()).isEqualTo(200);
    }

    private static void refusesOthersAndWhatIsIncomplete(Program officer, Program stranger, String one) {
        assertThat(stranger.get(one).statusCode()).isEqualTo(404);
        assertThat(stranger.post(one + "/undoing", "{\"reason\": \"x\"}").statusCode())
                .isEqualTo(404);
        assertThat(officer.post(one + "/undoing", "{}").statusCode()).isEqualTo(422);
        assertThat(officer.send("POST", one + "/undoing", "{\"reason\": \"错了\"}")
                        .statusCode())
                .as("without a key")
                .isEqualTo(400);
    }
}
