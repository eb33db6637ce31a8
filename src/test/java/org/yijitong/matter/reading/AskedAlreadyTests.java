package org.yijitong.matter.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yijitong.ProductTest;
import org.yijitong.shared.Language;
import org.yijitong.shared.Words;
import org.yijitong.yaml.Source;
import org.yijitong.yaml.SourceFiles;

/** A flow asks nothing that the roster, the organizations, or the flow itself know already. */
@ProductTest
class AskedAlreadyTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** Columns of the roster that may be asked, each with the reason. */
    private static final Map<String, String> ASKED = Map.of(
            "name_pinyin", "nobody asks for it",
            "job_title", "what somebody was at that time may be another one each time",
            "note", "says nothing certain",
            "removed_at", "nobody asks for it");

    @Autowired
    FlowReader reader;

    @Autowired
    Dictionary dictionary;

    @Autowired
    MessageSource messages;

    private List<String> faults(String text) {
        Words words = new Words(messages, Language.ZH_HANS);
        return reader.read(new Source("a.yaml", Source.OWN, text), DAY).faults().stream()
                .map(fault -> fault.sentence(words))
                .toList();
    }

    private static String asking(String field) {
        String report = "{step: report, name: {zh-Hans: 报告, en: Report}, to: reported}";
        assertThat(FlowReaderTests.TEXT).contains(report);
        return FlowReaderTests.TEXT.replace(report, report.replace("}, to:", "}, ask: [" + field + "], to:"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            身份证号         | text   | 名册里已经有（身份证号）
            身份证号码（18 位） | text | 名册里已经有（身份证号）
            出 生 年 月：    | day    | 名册里已经有（出生日期）
            申请人的出生日期 | text   | 名册里已经有（出生日期）
            该同志入党时间   | day    | 名册里已经有（入党日期）
            年龄             | number | 材料里写这个字段加 .age
            联系电话         | text   | 材料里写这个字段加 .phone
            党支部名称       | text   | 系统里已经有（组织名称）
            本组织的上级党组织 | text | 系统里已经有（上级组织）
            """)
    void whatIsHeldIsNotAsked(String name, String type, String fault) {
        String field = "{field: asked, name: {zh-Hans: " + name + ", en: What is it}, type: " + type + "}";
        assertThat(faults(asking(field)))
                .singleElement()
                .asString()
                .startsWith("第 19 行")
                .contains(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"对方联系电话", "谁介绍入党", "转入的支部", "本党委联系电话", "改了哪一项", "会议名称"})
    void whatIsAskedOfOthersIsAsked(String name) {
        assertThat(faults(asking("{field: asked, name: {zh-Hans: " + name + ", en: What is it}}")))
                .isEmpty();
    }

    @Test
    void itIsFoundInEveryLanguageAndNotWhereSomebodyIsChosen() {
        assertThat(faults(asking("{field: asked, name: {zh-Hans: 号码, en: The member's identity number}}")))
                .hasSize(1);
        assertThat(faults(asking("{field: asked, name: {zh-Hans: 号码, en: Number, zh-Hant: 身份證號碼}}")))
                .hasSize(1);
        assertThat(faults(asking("{field: asked, name: {zh-Hans: 姓名, en: Who}, type: person}")))
                .isEmpty();
        String values = ", type: choice, values: [{value: one, name: {zh-Hans: 男, en: Male}}]}";
        assertThat(faults(asking("{field: asked, name: {zh-Hans: 性别, en: Which}" + values)))
                .hasSize(1);
    }

    @Test
    void nothingIsAskedTwiceInOneFormOrAgainAfterTheBeginning() {
        String reason = "{field: why, name: {zh-Hans: 理由, en: Why}}";
        assertThat(faults(asking(reason + ", {field: reasons, name: {zh-Hans: 理由（写清）, en: Reasons}}")))
                .singleElement()
                .asString()
                .contains("第 19 行", "“理由（写清）”在这一步问了两次，前一次在第 19 行");
        assertThat(faults(asking("{field: until, name: {zh-Hans: 哪天, en: Until}, type: day}")))
                .singleElement()
                .asString()
                .contains("登记时已经问过（第 11 行）", "同一个字段 due");
        assertThat(faults(asking("{field: due, name: {zh-Hans: 哪天, en: Day}, type: day}")))
                .as("the same field is asked anew")
                .isEmpty();
        String optional = asking("{field: until, name: {zh-Hans: 哪天, en: Until}, type: day}")
                .replace("en: Day}, type: day}]", "en: Day}, type: day, optional: true}]")
                .replace("within: {days: 0, after: due}", "within: {days: 5}");
        assertThat(faults(optional)).isEmpty();
    }

    @Test
    void whatWasPublishedBeforeIsReadAsItWas() {
        String before = asking("{field: asked, name: {zh-Hans: 身份证号, en: Number}}");
        assertThat(faults(before)).hasSize(1);
        assertThat(reader.reread(new Source("a.yaml", Source.OWN, before), DAY).faults())
                .isEmpty();
    }

    /** A column that comes to the roster comes to the dictionary, by the word of the register. */
    @Test
    void everyColumnOfTheRosterIsInTheDictionaryOrMayBeAsked() {
        Map<String, String> held = dictionary.all().stream()
                .collect(Collectors.toMap(Dictionary.Held::column, Dictionary.Held::word, (one, _) -> one));
        Map<String, String> expected = new HashMap<>();
        columns("organization.people").forEach((column, word) -> {
            if (!ASKED.containsKey(column)) {
                expected.put("organization.people." + column, word);
            }
        });
        assertThat(expected).hasSizeGreaterThan(9);
        assertThat(held).containsAllEntriesOf(expected);
        Set<String> printed = Stream.of(org.yijitong.matter.FlowPaper.Trait.values())
                .map(trait -> trait.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(dictionary.all().stream().map(Dictionary.Held::print).filter(print -> !print.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(printed);
    }

    private static Map<String, String> columns(String table) {
        String register = SourceFiles.shipped("personal", "register")
                .filter(source -> source.file().endsWith("roster.yaml"))
                .findFirst()
                .orElseThrow()
                .text();
        Map<?, ?> whole = new Yaml(new SafeConstructor(new LoaderOptions())).load(register);
        Map<String, String> columns = new HashMap<>();
        if (whole.get(table) instanceof Map<?, ?> found && found.get("columns") instanceof Map<?, ?> said) {
            said.forEach((column, word) -> columns.put(column.toString(), word.toString()));
        }
        return columns;
    }
}
