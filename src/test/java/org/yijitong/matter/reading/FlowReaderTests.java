package org.yijitong.matter.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.yijitong.ProductTest;
import org.yijitong.matter.FlowInWords;
import org.yijitong.matter.Flows;
import org.yijitong.shared.Language;
import org.yijitong.shared.Words;
import org.yijitong.yaml.Source;

/** What is refused of a flow, at its line, with the way that shows why. */
@ProductTest
class FlowReaderTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    static final String TEXT = """
            flow: small
            version: 1
            name: {zh-Hans: 小事, en: Small}
            in-force: {since: 2026-01-01, until: 2027-12-31}
            sources: [{regulation: 办法}]
            hosts: [branch]
            parties: [{party: doer, name: {zh-Hans: 承办, en: Doer}, organizations: [branch, group]}]
            begin:
              name: {zh-Hans: 登记, en: Begin}
              choose: [doer]
              ask: [{field: due, name: {zh-Hans: 哪天, en: Day}, type: day}]
              to: doing
            states:
              - state: doing
                name: {zh-Hans: 办理中, en: Doing}
                owner: {posts: [secretary], of: doer}
                within: {days: 0, after: due}
                steps:
                  - {step: report, name: {zh-Hans: 报告, en: Report}, to: reported}
              - state: reported
                name: {zh-Hans: 待核实, en: Reported}
                owner: {posts: [discipline_member], of: host}
                within: {working-days: 5}
                steps:
                  - {step: accept, name: {zh-Hans: 核实, en: Accept}, verifies: report, to: closed}
                  - {step: reject, name: {zh-Hans: 再办, en: Again}, verifies: report, to: doing}
              - {state: closed, name: {zh-Hans: 办结, en: Closed}, closed: done}
            """;

    @Autowired
    FlowReader reader;

    @Autowired
    Flows flows;

    @Autowired
    MessageSource messages;

    private List<String> faults(String text) {
        Words words = new Words(messages, Language.ZH_HANS);
        return reader.read(new Source("a.yaml", Source.OWN, text), DAY).faults().stream()
                .map(fault -> fault.sentence(words))
                .toList();
    }

    private static String with(String part, String other) {
        assertThat(TEXT).contains(part);
        return TEXT.replace(part, other);
    }

    @Test
    void theSampleIsRightAndTheShippedFlowsAreInForce() {
        assertThat(faults(TEXT)).isEmpty();
        assertThat(flows.inForce(DAY))
                .extracting(each -> each.flow().head().id())
                .contains("rectification", "first-item-measures", "visit-problems");
    }

    @Test
    void aDeadEndIsRefusedWithTheWayThatLeadsThere() {
        String deaf = with(
                "  - {state: closed,",
                "  - state: waiting\n"
                        + "    name: {zh-Hans: 等, en: Waiting}\n"
                        + "    owner: {posts: [secretary], of: host}\n"
                        + "    within: {days: 9}\n"
                        + "    steps: [{step: wait, name: {zh-Hans: 再等, en: Wait}, to: waiting}]\n"
                        + "  - {state: closed,");
        assertThat(faults(deaf.replace("verifies: report, to: doing}", "verifies: report, to: waiting}")))
                .containsExactly("第 27 行第 5 列：waiting 出不去：没有一条路通到不再有期限的办结。这样走就卡住：登记 → 报告 → 再办 → 等");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            of: doer}                                 | of: deor}               | 第 14 行第 5 列：不认识 deor，是不是 doer
            posts: [secretary]                        | posts: [secretery]      | 第 16 行第 21 列：不认识 secretery，是不是 secretary（书记）
            to: reported}                             | to: reportd}            | 第 19 行第 9 列：不认识 reportd，是不是 reported
            choose: [doer]                            | choose: []              | 第 14 行第 5 列：到 doing 时可能还没有定 doer。这样走就没有：登记 → 办理中
            'type: day}]'                             | 'type: day, optional: true}]' | 第 14 行第 5 列：到 doing 时可能还没有填 due，期限算不出来。这样走就没有：登记 → 办理中
            'posts: [discipline_member], of: host'    | 'posts: [secretary], of: doer' | 第 25 行第 9 列：report 是谁做的，accept 又由谁看，自己不能看自己。路是这样的：登记 → 报告 → 待核实
            verifies: report, to: closed              | to: closed              | 第 27 行第 5 列：到 closed 没有人看过就算办结。这样走就没有人看：登记 → 报告 → 核实 → 办结
            closed: done                              | closed: dnoe            | 第 27 行第 62 列：不认识 dnoe，是不是 done（办好了）
            within: {working-days: 5}                 | within: {working-days: 5, after: judged} | 第 20 行第 5 列：不认识 judged，这里可以写 entered（到这个状态）、begun（登记）、due
            step: reject                              | step: accept            | 第 26 行第 9 列：accept 写了两次，前一次在第 25 行
            """)
    void whatDoesNotHangTogetherIsRefused(String part, String other, String sentence) {
        assertThat(faults(with(part, other))).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {paper: slip, name: {zh-Hans: 单, en: Slip}, states: [gone], lines: [{text: {zh-Hans: 字, en: Text}}]} | 不认识 gone，这里可以写 doing
            {paper: slip, name: {zh-Hans: 单, en: Slip}, states: [doing], lines: [{text: {zh-Hans: '{dou}', en: '{due}'}}]} | 不认识 dou，是不是 doer
            {paper: slip, name: {zh-Hans: 单, en: Slip}, states: [doing], lines: [{text: {zh-Hans: '{days}', en: '{due}'}}]} | 不认识 days，
            {paper: slip, name: {zh-Hans: 单, en: Slip}, states: [doing], issued: report, lines: [{text: {zh-Hans: 字, en: Text}}]} | 到 doing 时可能还没有做过 report。这样走就没有：登记 → 办理中
            {paper: slip, name: {zh-Hans: 单, en: Slip}, states: [doing], until: report, lines: [{text: {zh-Hans: 字, en: Text}}]} | 不认识 report，
            {paper: slip, name: {zh-Hans: 单, en: Slip}, states: [doing], lines: [{text: {zh-Hans: 字, en: Text}, cut: {zh-Hans: 字, en: Text}}]} | 这里写一样，只写一样
            """)
    void aPaperSaysOnlyWhatIsKnownWhereItIsPrinted(String paper, String fault) {
        assertThat(faults(TEXT + "papers:\n  - " + paper + "\n")).anyMatch(sentence -> sentence.contains(fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            present * 2 > entitled | -
            present > entitled / 2 | 写成数字的比较
            present > agreeing     | 不认识 agreeing，
            """)
    void aConditionComparesNumbersOfItsStep(String that, String fault) {
        String ask = "ask: [{field: present, name: {zh-Hans: 到, en: There}, type: number}, "
                + "{field: entitled, name: {zh-Hans: 应, en: Entitled}, type: number}], check: [{that: " + that
                + ", says: {zh-Hans: 人数不够, en: Too few}}], to: reported}";
        List<String> faults = faults(with("to: reported}", ask));
        if (that.equals("present * 2 > entitled")) {
            assertThat(faults).containsExactly("第 14 行第 5 列：doing 只有带条件的路，条件不满足就没有别的办法：再写一步不带条件的");
        } else {
            assertThat(faults).anyMatch(sentence -> sentence.startsWith("第 19 行") && sentence.contains(fault));
        }
    }

    @Test
    void whoeverAMatterCountsForIsNotOutside() {
        String outside = with(
                "organizations: [branch, group]}]",
                "organizations: [branch, group], outside: [{field: who, name: {zh-Hans: 谁, en: Who}}]}]");
        assertThat(faults(outside)).isEmpty();
        assertThat(faults(outside.replace("begin:", "counts-for: doer\nbegin:")))
                .containsExactly("第 10 行第 3 列：办成以后计入的那一方不能是外单位：doer");
        assertThat(faults(outside.replace("field: who", "field: due"))).hasSize(1);
    }

    @Test
    void whomAMatterIsAboutIsNamedAtItsBeginning() {
        assertThat(faults(with("begin:", "about: due\nbegin:")))
                .singleElement()
                .asString()
                .contains("due");
        String named = with(
                        "ask: [{field: due",
                        "ask: [{field: who, name: {zh-Hans: 谁, en: Who}, type: person}, {field: due")
                .replace("begin:", "about: who\nbegin:");
        assertThat(faults(named)).isEmpty();
        assertThat(faults(named.replace("about: who", "about: whom"))).hasSize(1);
        String again = ", ask: [{field: who, name: {zh-Hans: 谁, en: Who}, type: person}]}";
        assertThat(faults(named.replace("to: reported}", "to: reported" + again)))
                .singleElement()
                .asString()
                .contains("以后的步骤不再问");
    }

    @Test
    void daysAreComparedWithDaysThatAreKnown() {
        String report = "  - {step: report, name: {zh-Hans: 报告, en: Report}, to: reported}";
        String asks = "  - {step: report, name: {zh-Hans: 报告, en: Report}, to: reported,"
                + " ask: [{field: done-on, name: {zh-Hans: 哪天办的, en: When}, type: day}],"
                + " check: [{that: %s, says: {zh-Hans: 不行, en: No}}]}\n"
                + "      - {step: late, name: {zh-Hans: 晚了, en: Late}, to: doing}";
        assertThat(faults(with(report, asks.formatted("done-on <= due + 1 months"))))
                .isEmpty();
        assertThat(faults(with(report, asks.formatted("today <= due"))))
                .singleElement()
                .asString()
                .contains("至少要有一个这一步问的");
        assertThat(faults(with("field: due,", "field: today,"))).anyMatch(fault -> fault.contains("不能作字段的名字"));
        assertThat(faults(with(report, asks.formatted("done-on <= dew"))))
                .singleElement()
                .asString()
                .contains("dew", "due");
        assertThat(faults(with(report, asks.formatted("done-on <= due + 3 weeks"))))
                .singleElement()
                .asString()
                .contains("写成数字的比较");
        assertThat(faults(with(report, asks.formatted("done-on <= due"))
                        .replace("en: Day}, type: day}]", "en: Day}, type: day, optional: true}]")
                        .replace("within: {days: 0, after: due}", "within: {days: 5}")))
                .singleElement()
                .asString()
                .contains("条件没法比", "登记");
        assertThat(faults(with(
                        "ask: [{field: due, name: {zh-Hans: 哪天, en: Day}, type: day}]",
                        "ask: [{field: due, name: {zh-Hans: 哪天, en: Day}, type: day}]\n"
                                + "  check: [{that: today <= due, says: {zh-Hans: 过了, en: Past}}]")))
                .isEmpty();
    }

    @Test
    void whatIsOpenNeedsAnOwnerADeadlineAndAWayOn() {
        assertThat(faults(with("    within: {working-days: 5}\n", "")
                        .replace("owner: {posts: [discipline_member], of: host}", "")))
                .containsExactly("第 20 行第 5 列：没办结的状态要写谁来办（owner）", "第 20 行第 5 列：没办结的状态要写期限（within）");
    }

    @Test
    void aStateNobodyReachesIsRefused() {
        assertThat(faults(TEXT + "  - {state: lost, name: {zh-Hans: 丢, en: Lost}, closed: dropped}\n"))
                .containsExactly("第 28 行第 5 列：走不到 lost：从登记出发，没有一条路到这里");
    }

    @Test
    void whatARedLineForbidsIsRefusedInAFlowToo() {
        assertThat(faults(with("哪天, en: Day", "拍照打卡, en: Day"))).anyMatch(each -> each.contains("碰了红线"));
    }

    @Test
    void theFlowOfTheGuideIsRight() throws IOException {
        String guide = Files.readString(Path.of("docs", "flows.md"));
        int from = guide.indexOf("```yaml\n") + "```yaml\n".length();
        assertThat(faults(guide.substring(from, guide.indexOf("```", from)))).isEmpty();
    }

    @Test
    void aFlowIsToldInPlainSentences() {
        Words words = new Words(messages, Language.ZH_HANS);
        var flow =
                reader.read(new Source("a.yaml", Source.OWN, TEXT), DAY).flow().orElseThrow();
        var stages = new FlowInWords(flow, words).stages();
        assertThat(stages).extracting(FlowInWords.Stage::who).containsExactly("承办的书记", "登记的组织的纪检委员", "不用再办");
        assertThat(stages).extracting(FlowInWords.Stage::when).containsExactly("“哪天”那天以前", "到这一步后 5 个工作日内", "没有期限");
        assertThat(stages.get(1).ways().getFirst().details()).containsExactly("看的是“报告”，做那一步的人不能看");
    }
}
