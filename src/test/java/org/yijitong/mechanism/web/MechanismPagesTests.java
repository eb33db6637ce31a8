package org.yijitong.mechanism.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ProductTest;
import org.yijitong.mechanism.Publications;

/** Everyone can read what is owed and why, in plain sentences made from the documents. */
@ProductTest
@Transactional
class MechanismPagesTests {
    private static final String TEXT = """
            mechanism: plain-words
            version: 1
            name: {zh-Hans: 说得明白, zh-Hant: 說得明白, en: Plain words}
            in-force: {since: 2025-01-01, until: 2030-12-31, published: 2025-01-01}
            sources: [{regulation: 《某办法》}, {regulation: 《某条例》, article: 第二条}]
            duties:
              - duty: meeting
                name: {zh-Hans: 支委会, en: Committee meeting}
                basis: {regulation: 《某条例》, article: 第二条}
                owed-by: {organizations: [branch, joint_branch], members: {least: 7}}
                every: month
                need: 2
                counts:
                  fact: probe
                  where: [{field: open, equals: true}, {field: tags, contains: one}, {field: size, min: 3}]
                grace: {working-days: 5}
                excuses: [merged]
                proposal: {zh-Hans: 每月两次是建议。, en: Twice a month is a proposal.}
              - duty: hours
                name: {zh-Hans: 学时, en: Hours}
                basis: {regulation: 《某条例》}
                owed-by: {people: [full, probationary], posts: [secretary]}
                every: year
                need: {sum: size, at-least: 32.50}
                counts: {fact: probe}
                visible: private
              - duty: answer
                name: {zh-Hans: 答复, en: Answer}
                basis: {regulation: 《某条例》}
                owed-by: {organizations: [branch]}
                after: {fact: probe, where: {field: words, contains: 问题}, within: {months: 1}}
                need: 1
                counts: {fact: probe, where: {field: colour, one-of: [red, blue]}}
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Publications publications;

    @BeforeEach
    void publish() {
        assertThat(publications.publish("说得明白.yaml", TEXT)).isEmpty();
    }

    @Test
    void everyDutyIsTold() {
        Document page = get("/mechanisms/plain-words", "");
        assertThat(page.select("h1").text()).isEqualTo("说得明白");
        assertThat(page.select(".lead").text()).isEqualTo("第 1 版，2025年1月1日至2030年12月31日有效");
        assertThat(told(page, "meeting"))
                .contains("谁来办 党支部、联合党支部（党员 7 人以上）", "多久一次 每月至少 2 次")
                .contains("怎样算数 open，tags有one，size不少于 3", "当月最后一天之后 5 个工作日内")
                .contains("依据 《某条例》第二条", "建议值 每月两次是建议。", "可以免办的理由 已合并");
        assertThat(told(page, "hours"))
                .contains("担任书记的正式党员、预备党员", "每年size合计至少 32.5", "怎样算数 任何一次活动", "当年最后一天")
                .contains("只有本人和所在支部看得到")
                .doesNotContain("建议值", "可以免办");
        assertThat(told(page, "answer")).contains("words里写有“问题”的，从那天起 1 个月内至少 1 次", "colour是red或blue中的一种");
        assertThat(page.select("main section li").eachText()).containsExactly("《某办法》", "《某条例》第二条");
    }

    @Test
    void itIsToldInEnglishAndTraditionalChineseToo() {
        Document english = get("/mechanisms/plain-words", "en");
        assertThat(told(english, "meeting")).contains("Joint branch with 7 members or more", "Every month: at least 2");
        Document traditional = get("/mechanisms/plain-words", "zh-Hant");
        assertThat(traditional.select("h1").text()).isEqualTo("說得明白");
        assertThat(told(traditional, "meeting")).contains("每月至少 2 次", "黨支部");
    }

    @Test
    void theListLeadsToEachAndEveryFooterToTheList() {
        Document list = get("/mechanisms", "");
        assertThat(list.select("main a[href=/mechanisms/plain-words#hours]").text())
                .isEqualTo("学时");
        assertThat(get("/about", "").select("footer a[href=/mechanisms]").text())
                .isEqualTo("规则依据");
    }

    @Test
    void theRedLinesAreToRead() {
        Document page = get("/red-lines", "");
        assertThat(page.select("tbody tr")).hasSize(12);
        assertThat(page.select("tbody tr:first-child").text()).contains("R1", "不打卡签到", "每天打卡一次", "国办函〔2026〕12号");
        assertThat(get("/mechanisms", "").select("main a[href=/red-lines]")).hasSize(1);
        assertThat(mvc.get().uri("/api/v1/red-lines"))
                .bodyJson()
                .extractingPath("$.redLines[0].line")
                .isEqualTo("R1");
    }

    @Test
    void aMechanismThatIsNotThereIsNotFound() {
        assertThat(mvc.get().uri("/mechanisms/nothing")).hasStatus(404);
    }

    @Test
    void theSchemaNamesEveryWordThatMayBeWritten() throws UnsupportedEncodingException {
        String schema = text("/api/v1/mechanisms/schema", "");
        assertThat(schema)
                .contains("https://json-schema.org/draft/2020-12/schema", "\"additionalProperties\":false")
                .contains("\"const\":\"joint_branch\",\"title\":\"联合党支部\"", "\"const\":\"half-year\"")
                .contains("\"const\":\"probe\"", "\"const\":\"colour\"", "\"const\":\"green\"", "\"one-of\"");
    }

    private static String told(Document page, String duty) {
        Element section = page.getElementById(duty);
        return section == null ? "" : section.text();
    }

    private Document get(String path, String language) {
        try {
            return Jsoup.parse(text(path, language));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String path, String language) throws UnsupportedEncodingException {
        var result = mvc.get().uri(path).cookie(new Cookie("lang", language)).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
