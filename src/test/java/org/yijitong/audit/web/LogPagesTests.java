package org.yijitong.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.access.web.Browser;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.RecordId;
import org.yijitong.audit.Checkpoints;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.overview.OverviewDesk;

/** The log of a unit: found by day, person, deed and subject, each entry with a proof that plain {@code java} checks. */
class LogPagesTests extends OverviewDesk {
    @Autowired
    Checkpoints checkpoints;

    @TempDir
    Path folder;

    private Browser administrator() {
        return as("administrator", made.unit().unitId(), made.unit().rootId());
    }

    @Test
    void whatWasDoneIsFoundByWhatAndByWhomAndToWhat() {
        RecordId record = record(today, ActivityKind.LESSON);
        records.withdraw(made.branch(), record, 1, "记错了");
        Browser administrator = administrator();
        Document all = page(administrator.get("/log"));
        assertThat(all.select("tbody tr").getFirst().text()).contains("撤回了记录", "等下一分钟编号");
        Document made = page(administrator.get("/log?action=record.made"));
        assertThat(made.select("tbody tr").eachText()).isNotEmpty().allMatch(row -> row.contains("记了一笔"));
        String subject =
                all.select("tbody tr").getFirst().select("a[href*=subject]").attr("href");
        assertThat(page(administrator.get(subject)).select("tbody tr").eachText())
                .hasSize(2);
        String account =
                all.select("tbody tr").getFirst().select("a[href*=account]").attr("href");
        assertThat(page(administrator.get(account)).select("tbody tr")).hasSizeGreaterThan(1);
        assertThat(page(administrator.get("/log?to=2020-01-01")).select("tbody tr"))
                .isEmpty();
        assertThat(page(administrator.get("/log?from=x&to=y&account=z&action=%27&subject=1&before=2"))
                        .select("tbody tr"))
                .isNotEmpty();
    }

    @Test
    void anEntryThatIsSignedHasAProof() throws Exception {
        record(today, ActivityKind.VISIT);
        Browser administrator = administrator();
        String waiting = page(administrator.get("/log")).select("tbody th a").attr("href");
        assertThat(page(administrator.get(waiting)).text()).contains("编号、签名以后才有证明");
        assertThat(status(administrator.get(waiting + "/proof.txt"))).isEqualTo(404);
        assertThat(status(administrator.post("/log/checkpoints"))).isEqualTo(303);
        Document signed = page(administrator.get(waiting));
        String key = signed.select("pre").getLast().text();
        assertThat(key).isEqualTo(checkpoints.key().line());
        String proof = text(administrator.get(waiting + "/proof.txt"));
        assertThat(signed.select("pre").getFirst().wholeText()).isEqualTo(proof);
        assertThat(verified("--proof", key, proof)).contains("whole");
        assertThat(verified("--proof", key, proof.replace("record.made", "record.mad0")))
                .contains("not in the log");
        assertThat(text(administrator.get("/log/checkpoint.txt")))
                .startsWith(checkpoints.key().name() + "\n");
    }

    @Test
    void programsReadTheLogWithProofsAndThatItOnlyGrew() throws Exception {
        record(today, ActivityKind.JOINT);
        checkpoints.now();
        long earlier = checkpoints.last().orElseThrow().number();
        record(today, ActivityKind.LESSON);
        record(today, ActivityKind.VISIT);
        checkpoints.now();
        String log = "/api/v1/units/" + made.unit().unitId() + "/log";
        String first = program(log + "?size=1&action=record.made");
        String second = program(JsonPath.read(first, "$.next"));
        String id = JsonPath.read(second, "$.entries[0].entryId");
        assertThat(JsonPath.<String>read(first, "$.entries[0].entryId")).isGreaterThan(id);
        String key = JsonPath.read(program(log + "/checkpoint"), "$.key");
        assertThat(verified("--proof", key, JsonPath.read(program(log + "/" + id), "$.proof")))
                .contains("whole");
        String grew = JsonPath.read(program(log + "/consistency?since=" + earlier), "$.proof");
        assertThat(verified("--consistency", key, grew)).contains("after " + earlier + ": whole");
        int last = grew.indexOf('\n') - 1;
        String other = grew.substring(0, last) + (grew.charAt(last) == '0' ? '1' : '0') + grew.substring(last + 1);
        assertThat(verified("--consistency", key, other)).contains("does not continue");
    }

    @Test
    void onlyThoseWhoMayReadIt() {
        record(today, ActivityKind.LESSON);
        String entry = page(administrator().get("/log")).select("tbody th a").attr("href");
        for (String path : List.of("/log", entry, "/log/checkpoint.txt")) {
            assertThat(status(secretary.get(path))).as(path).isEqualTo(404);
            assertThat(status(officer.get(path))).as(path).isEqualTo(404);
        }
        Made elsewhere = sample.make();
        Browser stranger =
                as("administrator", elsewhere.unit().unitId(), elsewhere.unit().rootId());
        assertThat(status(stranger.get(entry))).isEqualTo(404);
        assertThat(page(stranger.get("/log")).html()).doesNotContain(entry);
    }

    private String program(String path) throws Exception {
        var answer = asked("administrator", made.unit().unitId(), made.unit().rootId(), path);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String verified(String how, String key, String proof) throws Exception {
        Path keyFile = Files.writeString(folder.resolve("key.txt"), key);
        Path proofFile = Files.writeString(folder.resolve("proof.txt"), proof);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "docs/Verify.java",
                        how,
                        keyFile.toString(),
                        proofFile.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(said.contains("ALTERED") ? 1 : 0);
        return said;
    }
}
