package org.yijitong.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.access.web.Browser;
import org.yijitong.audit.Checkpoints;
import org.yijitong.matter.Act;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Sources;
import org.yijitong.organization.OrganizationId;

/** Two from outside: who judges sees what they are asked about and nothing else, a trustee the signatures and no entry. */
class JudgeAndTrusteeTests extends RecordDesk {
    @Autowired
    Matters matters;

    @Autowired
    Sources sources;

    @Autowired
    Checkpoints checkpoints;

    @Test
    void whoJudgesComesInAtWhatTheyAreAskedAboutAndWritesTheirOpinion() {
        OrganizationId top = made.unit().rootId();
        MatterId id = handedIn(top);
        sources.link(made.scope(), id, Sources.directive("研究办事指南"));
        Browser judge = as("judge", made.unit().unitId(), top);
        assertThat(location(judge.get("/"))).isEqualTo("/matters");
        String address = base + "/matters/" + id;
        assertThat(page(judge.get(address)).text()).contains("办事指南看不懂", "走了六个窗口");
        String other = base + "/matters/" + begun(top);
        assertThat(status(judge.get(other))).isEqualTo(404);
        List.of("/people", "/matters", "/overview", "/organizations", "/imports", "/migrations")
                .forEach(path ->
                        assertThat(status(judge.get(base + path))).as(path).isEqualTo(404));
        assertThat(status(judge.get(records))).isEqualTo(404);
        assertThat(status(judge.get("/log"))).isEqualTo(404);
        assertThat(status(judge.post(other + "/steps", "key", "j0", "step", "take", "revision", "1")))
                .isEqualTo(404);
        String revision = page(judge.get(address)).select("[name=revision]").attr("value");
        assertThat(status(judge.post(address + "/steps", view("j1", revision, ""))))
                .isEqualTo(422);
        assertThat(status(judge.post(address + "/steps", view("j2", revision, "可以采纳"))))
                .isEqualTo(303);
        assertThat(page(judge.get(address)).text()).as("what they did").contains("可以采纳");
        assertThat(page(judge.get(address)).text())
                .as("of records the history says no words, of directives the list does")
                .contains("又连上一个来源")
                .containsOnlyOnce("研究办事指南");
        assertThat(page(judge.get("/matters")).text()).doesNotContain("办事指南看不懂");
    }

    @Test
    void aTrusteeKeepsSignaturesAndProofsAndReadsNoEntry() {
        Browser trustee = as("trustee", made.unit().unitId(), made.unit().rootId());
        assertThat(location(trustee.get("/"))).isEqualTo("/log/signatures");
        assertThat(location(trustee.post("/log/checkpoints"))).isEqualTo("/log/signatures");
        long kept = checkpoints.last().orElseThrow().number();
        String page = page(trustee.get("/log/signatures?since=" + kept)).text();
        assertThat(page).contains(checkpoints.key().line(), "number " + kept);
        assertThat(text(trustee.get("/log/checkpoint.txt")))
                .startsWith(checkpoints.key().name());
        assertThat(text(trustee.get("/log/consistency.txt?since=" + kept))).contains("number " + kept);
        for (String wrong : List.of("0", "-1", "x", "999999999", "99999999999999999999")) {
            assertThat(status(trustee.get("/log/signatures?since=" + wrong)))
                    .as(wrong)
                    .isEqualTo(422);
            assertThat(status(trustee.get("/log/consistency.txt?since=" + wrong)))
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(status(trustee.get("/bundles"))).isEqualTo(200);
        Browser auditor = as("auditor", made.unit().unitId(), made.unit().rootId());
        String entry = page(auditor.get("/log")).select("tbody th a").attr("href");
        assertThat(status(auditor.get("/log/signatures"))).isEqualTo(200);
        List.of("/log", entry, entry + "/proof.txt", base + "/people", records, "/matters", "/accounts")
                .forEach(path -> assertThat(status(trustee.get(path))).as(path).isEqualTo(404));
        assertThat(status(secretary.get("/log/signatures"))).isEqualTo(404);
    }

    private static String[] view(String key, String revision, String judgement) {
        return new String[] {
            "key",
            key,
            "step",
            "last-view",
            "revision",
            revision,
            "last-view-view",
            "adopt",
            "last-view-judgement",
            judgement
        };
    }

    private MatterId begun(OrganizationId host) {
        return matters.begin(
                made.scope(),
                host,
                new Beginning(
                        "small-but-key",
                        "办事指南看不懂",
                        null,
                        Map.of("topic", "看不懂", "members", "三个人"),
                        Map.of("team", made.third(), "adopter", made.other())));
    }

    private MatterId handedIn(OrganizationId host) {
        MatterId id = begun(host);
        step(id, 1, "take", Map.of("due", days.today().plusDays(20).toString()));
        step(id, 2, "report", Map.of("report-text", "走了六个窗口"));
        return id;
    }

    private void step(MatterId id, int revision, String step, Map<String, String> answers) {
        matters.step(
                made.scope(),
                id,
                new Act(revision, step, answers, Map.of(), UUID.randomUUID().toString()));
    }
}
