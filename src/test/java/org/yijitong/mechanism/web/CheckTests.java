package org.yijitong.mechanism.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.net.URI;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.AccessTest;
import org.yijitong.access.Grants;
import org.yijitong.access.SignedIn;
import org.yijitong.access.Tokens;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.mechanism.Mechanisms;

/** Whoever is signed in may try a document; what is wrong is said, what is right is told, and nothing is published. */
@AccessTest
class CheckTests {
    private static final String TEXT = """
            mechanism: tried-only
            version: 1
            name: {zh-Hans: 读书会, en: Reading}
            in-force: {since: 2026-01-01, until: 2030-12-31}
            sources: [{regulation: 某办法}]
            duties:
              - duty: reading
                name: {zh-Hans: 读书会, en: Reading}
                basis: {regulation: 某办法}
                owed-by: {organizations: [branch]}
                every: half-year
                need: 1
                counts: {fact: activity, where: [{field: kinds, contains: reading}]}
                advice: {zh-Hans: 约一个支部一起办, en: Invite a branch}
            """;
    private static final String PAGE = "/mechanism-check";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    Grants grants;

    @Autowired
    Tokens tokens;

    @Autowired
    Mechanisms mechanisms;

    String name;
    UUID account;

    @BeforeEach
    void officer() {
        name = world.name("author");
        account = world.account(name, "officer", world.tree().department());
    }

    @Test
    void whatIsRightIsToldInPlainWordsAndNotPublished() {
        MvcTestResult answer = browser().post(PAGE, "text", TEXT);
        assertThat(status(answer)).isEqualTo(200);
        assertThat(page(answer).select("main dl").text()).contains("党支部", "每半年至少 1 次");
        assertThat(mechanisms.all()).noneMatch(duty -> duty.mechanism().id().equals("tried-only"));
    }

    @Test
    void whatIsWrongIsSaidAtItsLineAndTheTextIsKept() {
        String wrong = TEXT.replace("need: 1", "need: 0").replace("约一个支部一起办", "每天打卡");
        MvcTestResult answer = browser().post(PAGE, "text", wrong);
        assertThat(status(answer)).isEqualTo(422);
        Document page = page(answer);
        assertThat(page.select(".errors li").eachText())
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("第 12 行"))
                .anyMatch(fault -> fault.startsWith("第 14 行") && fault.contains("R1") && fault.contains("五个不得"));
        assertThat(page.select("textarea").text()).contains("每天打卡");
    }

    @Test
    void nothingAndHostileTextsAreAnsweredInASentence() {
        Browser browser = browser();
        for (String text :
                new String[] {"", "\t- a", "a: &x [*x, *x]", "{".repeat(5000), "<script>alert(1)</script>"}) {
            MvcTestResult answer = browser.post(PAGE, "text", text);
            assertThat(status(answer)).as(text).isEqualTo(422);
            assertThat(page(answer).select("main script")).isEmpty();
            assertThat(page(answer).select(".errors li")).isNotEmpty();
        }
    }

    @Test
    void aStrangerSignsInFirst() {
        assertThat(status(new Browser(mvc).get(PAGE))).isNotEqualTo(200);
        assertThat(mvc.post()
                        .uri("/api/v1/mechanisms/check")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(401);
    }

    @Test
    void programsTryDocumentsToo() {
        assertThat(asked("{\"text\": \"mechanism: a\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.faults[0].line")
                .isEqualTo(1);
        String json = "{\"text\": \"" + TEXT.replace("\n", "\\n") + "\"}";
        assertThat(asked(json))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.duties[0].duty")
                .isEqualTo("reading");
        assertThat(asked("{\"text\": null}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.duties")
                .asArray()
                .isEmpty();
    }

    private Browser browser() {
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }

    private MvcTestResult asked(String json) {
        UUID grant = grants.of(account).getFirst().grantId();
        String token = tokens.create(new SignedIn(account, name, SignedIn.Due.NOTHING, null, null), grant, "test", 1);
        return mvc.post()
                .uri(URI.create("/api/v1/mechanisms/check"))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }
}
