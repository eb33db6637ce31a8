package org.yijitong.mechanism.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yijitong.mechanism.Condition;
import org.yijitong.mechanism.Duty;

/** What a document says is taken exactly; what is wrong with it is said at its place, all of it at once. */
class DocumentReaderTests {
    @Test
    void theWholeDocumentIsRead() {
        Document document = Sample.read(Sample.TEXT).document().orElseThrow();
        assertThat(document.mechanism().id()).isEqualTo("three-meetings");
        assertThat(document.mechanism().until()).isEqualTo(LocalDate.of(2028, 12, 31));
        Duty duty = document.duties().getFirst();
        assertThat(duty.name()).isEqualTo(new Duty.Name("支部党员大会", "General meeting"));
        assertThat(duty.bearer())
                .isEqualTo(new Duty.Bearer(false, Set.of("branch", "joint_branch"), Set.of(), 3, Integer.MAX_VALUE));
        assertThat(duty.period()).isEqualTo(Duty.Period.QUARTER);
        assertThat(duty.grace()).isEqualTo(new Duty.Grace(5, Duty.Unit.WORKING_DAYS));
        assertThat(duty.need()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(duty.counts())
                .extracting(Condition::test)
                .containsExactly(Condition.Test.CONTAINS, Condition.Test.MIN);
        assertThat(duty.excuses()).hasSize(2);
    }

    @Test
    void aDutyOfPeopleAddsUpAField() {
        String text = Sample.with(
                        "owed-by: {organizations: [branch, joint_branch], members: {least: 3}}",
                        "owed-by: {people: [full, probationary], posts: [secretary]}")
                .replace("need: 1", "need: {sum: hours, at-least: 32.5}");
        Duty duty = Sample.read(text).document().orElseThrow().duties().getFirst();
        assertThat(duty.bearer().personal()).isTrue();
        assertThat(duty.bearer().posts()).containsExactly("secretary");
        assertThat(duty.sumField()).isEqualTo("hours");
        assertThat(duty.need()).isEqualByComparingTo("32.5");
    }

    @Test
    void aDutyIsSetOffByAFact() {
        String text = Sample.with(
                        "every: quarter",
                        "after: {fact: activity, where: [{field: kinds, contains: pledge}],"
                                + " within: {working-days: 20}}")
                .replace(", members: {least: 3}", "")
                .replace("    grace: {working-days: 5}\n", "");
        Duty.Trigger trigger =
                Sample.read(text).document().orElseThrow().duties().getFirst().trigger();
        assertThat(trigger).extracting(Duty.Trigger::within).isEqualTo(new Duty.Grace(20, Duty.Unit.WORKING_DAYS));
    }

    @Test
    void withoutADayOfPublicationItIsPublishedOnTheDayItIsFirstRead() {
        String text = Sample.with(", published: 2018-10-28", "");
        assertThat(Sample.read(text).document().orElseThrow().mechanism().publishedOn())
                .isEqualTo(Sample.TODAY);
    }

    @Test
    void commentsAndQuotesCarryNoMeaning() {
        String other = "# 说明\n" + Sample.with("version: 1", "version: '1'");
        assertThat(meaning(other)).isEqualTo(meaning(Sample.TEXT));
        assertThat(meaning(Sample.with("need: 1", "need: 2"))).isNotEqualTo(meaning(Sample.TEXT));
    }

    private static String meaning(String text) {
        return Sample.read(text).document().orElseThrow().meaning();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mechanism: three-meetings|mechanism: Three Meetings|1:12 id",
                "version: 1|version: one|2:10 whole",
                "version: 1|version: 0|2:10 whole",
                "version: 1|version: [1]|2:10 scalar",
                "version: 1|vresion: 1|1:1 missing, 2:1 unknown-near",
                "name: {zh-Hans: 三会一课, en: Three meetings}|name: 三会一课|3:7 mapping",
                ", en: Three meetings}|}|3:7 missing",
                "until: 2028-12-31, |''|4:11 endless, 4:11 missing",
                "until: 2028-12-31|until: 2018-10-27|4:31 until",
                "until: 2028-12-31|until: 2028/12/31|4:38 day",
                "sources: [{regulation: 支部工作条例, article: 第十一条}]|sources: []|5:10 blank",
                "general-meeting|g|7:11 id",
                "branch, joint_branch|brunch|10:31 unknown-near",
                "organizations: [branch, joint_branch]|people: [full]|10:31 misplaced",
                "{organizations: [branch, joint_branch], members: {least: 3}}|{members: {least: 3}}|10:14 bearer",
                "{least: 3}|{least: 3, most: 2}|10:63 members",
                "every: quarter|every: quater|11:12 unknown-near",
                "every: quarter|evry: quarter|7:5 rhythm, 11:5 unknown-near",
                "need: 1|need: 0|12:11 positive",
                "need: 1|need: -1|12:11 positive",
                "need: 1|need: {sum: theme, at-least: 1}|12:17 sum",
                "need: 1|need: {sum: hours}|12:11 missing",
                "fact: activity|fact: activty|14:13 unknown-near",
                "field: kinds, contains|field: kind, contains|16:19 unknown-near",
                "contains: general_meeting|contains: comittee_meeting|16:36 unknown-near",
                "contains: general_meeting|min: 3|16:26 test",
                "contains: general_meeting|contains: lesson, one-of: [lesson]|16:11 tests",
                ", contains: general_meeting||16:11 no-test",
                "{field: present, min: 3}|{field: study, equals: false}|17:34 flag",
                "min: 3}|min: viele}|17:33 number",
                "grace: {working-days: 5}|grace: {weeks: 1}|18:12 one, 18:13 unknown-of",
                "grace: {working-days: 5}|grace: 5|18:12 mapping",
                "[not_applicable, merged]|[holiday]|19:15 unknown-of",
                "visible: direct|visible: all|20:14 unknown-of"
            })
    void whatIsWrongIsSaidAtItsPlace(String part, String other, String faults) {
        assertThat(String.join(", ", Sample.faults(Sample.with(part, other == null ? "" : other))))
                .isEqualTo(faults);
    }

    @Test
    void aDutyWithoutItsRuleIsRefused() {
        String text = Sample.with("    basis: {regulation: 支部工作条例, article: 第十一条}\n", "");
        assertThat(Sample.faults(text)).containsExactly("7:5 missing");
    }

    @Test
    void unitsAreNamedByCodesThatAreThere() {
        String head = "sources: [{regulation: 支部工作条例";
        assertThat(Sample.faults(Sample.with(head, "units: [LH-GH, LH-SX]\n" + head)))
                .containsExactly("5:16 unit");
        assertThat(Sample.faults(Sample.with(head, "units: []\n" + head))).containsExactly("5:8 blank");
        assertThat(Sample.read(Sample.with(head, "units: [LH-GH]\n" + head))
                        .document()
                        .orElseThrow()
                        .mechanism()
                        .units())
                .containsExactly("LH-GH");
        assertThat(Sample.read(Sample.TEXT).document().orElseThrow().mechanism().units())
                .isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        String text = Sample.with("version: 1", "version: x")
                .replace("quarter", "quater")
                .replace("min: 3", "mn: 3")
                .replace("direct", "dircet");
        assertThat(Sample.faults(text))
                .containsExactly(
                        "2:10 whole",
                        "11:12 unknown-near",
                        "17:11 no-test",
                        "17:28 unknown-near",
                        "20:14 unknown-near");
    }

    @Test
    void aNameTwiceIsRefusedAtTheSecond() {
        assertThat(Sample.faults(Sample.with("need: 1", "need: 1\n    need: 2")))
                .containsExactly("13:5 twice");
    }

    @Test
    void aDutyTwiceIsRefused() {
        String duty = Sample.TEXT.substring(Sample.TEXT.indexOf("  - duty"));
        assertThat(Sample.faults(Sample.TEXT + duty)).containsExactly("22:5 twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{field: present, min: 5}, {field: present, max: 4}]",
                "[{field: present, equals: 5}, {field: present, min: 6}]",
                "[{field: present, equals: 5}, {field: present, equals: 6}]",
                "[{field: theme, equals: 学习}, {field: theme, equals: 讨论}]",
                "[{field: theme, contains: 学习}, {field: theme, equals: 讨论}]",
                "[{field: lecturer, equals: expert}, {field: lecturer, one-of: [secretary]}]"
            })
    void conditionsThatCanNeverHoldTogetherAreRefused(String where) {
        String text = Sample.TEXT.replaceAll("(?s)where:.*min: 3}", "where: " + where);
        assertThat(Sample.faults(text)).hasSize(1).first().asString().endsWith("never");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{field: present, min: 5}, {field: present, max: 5}]",
                "[{field: theme, contains: 学}, {field: theme, equals: 学习}]",
                "[{field: kinds, contains: lesson}, {field: kinds, contains: pledge}]",
                "[{field: lecturer, one-of: [expert, secretary]}, {field: lecturer, equals: expert}]",
                "{field: study, equals: true}"
            })
    void conditionsThatCanHoldTogetherAreTaken(String where) {
        assertThat(Sample.faults(Sample.TEXT.replaceAll("(?s)where:.*min: 3}", "where: " + where)))
                .isEmpty();
    }

    @Test
    void whatSetsItselfOffIsRefused() {
        String text = Sample.with(
                        "every: quarter",
                        "after: {fact: activity, where: [{field: present, min: 3}]," + " within: {days: 20}}")
                .replace(", members: {least: 3}", "")
                .replace("    grace: {working-days: 5}\n", "");
        assertThat(Sample.faults(text)).containsExactly("11:12 cycle");
    }

    private static String set(String name, String by, String counted) {
        return """
                  - duty: %s
                    name: {zh-Hans: %1$s, en: %1$s}
                    basis: {regulation: 支部工作条例, article: 第十一条}
                    owed-by: {organizations: [branch]}
                    after: {fact: activity, where: [{field: kinds, contains: %s}], within: {days: 20}}
                    need: 1
                    counts: {fact: activity, where: [{field: kinds, contains: %s}, {field: study, equals: true}]}
                """.formatted(name, by, counted);
    }

    @Test
    void dutiesThatSetEachOtherOffInACircleAreRefused() {
        String two = Sample.TEXT + set("one", "lesson", "pledge") + set("two", "pledge", "lesson");
        assertThat(Sample.faults(two)).containsExactly("29:5 cycle.of");
        String three = Sample.TEXT
                + set("one", "lesson", "pledge")
                + set("two", "pledge", "reading")
                + set("three", "reading", "lesson");
        assertThat(Sample.read(three).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(36);
            assertThat(fault.arguments().getFirst()).isEqualTo("one → two → three → one");
        });
        assertThat(Sample.faults(Sample.TEXT + set("one", "lesson", "pledge") + set("two", "pledge", "reading")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owed-by: {people: [full]}",
                "owed-by: {organizations: [branch], members: {least: 3}}",
                "owed-by: {organizations: [branch, joint_branch], members: {most: 7}}"
            })
    void whatIsSetOffIsOwedByOrganizationsWhateverTheirSize(String owed) {
        String text = Sample.with(
                        "every: quarter",
                        "after: {fact: activity, where: [{field: kinds, contains: pledge}]," + " within: {days: 20}}")
                .replace("    grace: {working-days: 5}\n", "")
                .replace("owed-by: {organizations: [branch, joint_branch], members: {least: 3}}", owed);
        assertThat(Sample.faults(text)).containsExactly("10:5 after-bearer");
    }

    @Test
    void tabsAreShownLineByLine() {
        assertThat(Sample.faults(Sample.TEXT.replace("    every", "\tevery").replace("    need", "  \tneed")))
                .containsExactly("11:1 tab", "12:3 tab");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: &n {zh-Hans: 三会一课, en: x}|3:7 alias",
                "name: *n|3:7 alias",
                "name: !!java.net.URL x|3:7 tag",
                "name: {zh-Hans: 三会一课|syntax",
                "name: 'open|syntax"
            })
    void whatYamlCanDoBeyondPlainTextIsRefused(String line, String faults) {
        String text = Sample.with("name: {zh-Hans: 三会一课, en: Three meetings}", line);
        assertThat(Sample.faults(text)).isNotEmpty().first().asString().contains(faults);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# 只有说明\n", "三会一课", "- a\n- b", "--- a\n--- b", "\u0000", "a: [", "? {a: b} : c"})
    void halfDocumentsAreRefusedInASentence(String text) {
        assertThat(Sample.faults(text)).isNotEmpty();
    }

    @Test
    void bombsAndGiantsAreRefusedAtOnce() {
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n";
        assertThat(Sample.faults(bomb)).isNotEmpty().allMatch(fault -> fault.endsWith("alias"));
        assertThat(Sample.faults("a".repeat(300_000))).containsExactly("1:1 size");
        assertThat(Sample.faults("[".repeat(5_000))).hasSize(1);
        assertThat(Sample.faults("a: ".repeat(5_000))).hasSize(1);
    }

    @Test
    void nothingOfAFaultyDocumentIsTaken() {
        DocumentReader.Read read = Sample.read(Sample.with("need: 1", "need: 0"));
        assertThat(read.document()).isEmpty();
        assertThat(read.faults()).hasSize(1);
        assertThat(read.faults().getFirst().file()).isEqualTo("三会一课.yaml");
    }
}
