package org.yijitong.mechanism.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yijitong.mechanism.RedLine;
import org.yijitong.yaml.DocumentFault;
import org.yijitong.yaml.SourceFiles;

/** What the law forbids is refused wherever a document says it, with the line it touches, and cannot be allowed. */
class RedLinesTests {
    private static final List<RedLine> ALL = Sample.RED_LINES.all();

    static Stream<RedLine> tripped() {
        return ALL.stream().filter(line -> !line.words().isEmpty());
    }

    @Test
    void everyRedLineIsTrippedByADocumentOrSaysWhatKeepsIt() {
        assertThat(ALL)
                .extracting(RedLine::line)
                .containsExactly("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12");
        assertThat(ALL)
                .allMatch(line ->
                        line.words().isEmpty() != line.keptBy().chinese().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("tripped")
    void aDocumentThatSaysItIsRefusedAtItsPlace(RedLine line) {
        assertThat(touched(Sample.with("补开一次", line.example().chinese()))).contains(line.line());
        assertThat(touched(Sample.with("Hold it late", '"' + line.example().english() + '"')))
                .contains(line.line());
        DocumentFault fault = Sample.read(Sample.with("补开一次", line.example().chinese()))
                .faults()
                .getFirst();
        assertThat(fault.line()).isEqualTo(21);
        assertThat(fault.arguments())
                .contains(line.basis().regulation(), line.basis().article());
    }

    @ParameterizedTest
    @ValueSource(strings = {"每日打 卡", "不少于100个点赞", "安装率不低于95%", "先开会，不用急；会后拍照", "ＧＰＳ定位", "Daily Check-In"})
    void widthSpacesAndCaseDoNotHideIt(String said) {
        assertThat(touched(Sample.with("补开一次", '"' + said + '"'))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"不用拍照", "不要求打卡签到", "应到、实到由记录人写", "学时从上过的课里算", "without photos", "a workshop"})
    void whatIsDeniedOrOnlySoundsLikeItIsAllowed(String said) {
        assertThat(touched(Sample.with("补开一次", '"' + said + '"'))).isEmpty();
    }

    @Test
    void namesConditionsAndNothingElseAreJudged() {
        assertThat(touched(Sample.with("zh-Hans: 支部党员大会", "zh-Hans: 积分大会"))).containsExactly("R1");
        assertThat(touched(Sample.with("{field: present, min: 3}", "{field: theme, contains: 学习笔记}")))
                .containsExactly("R5");
        assertThat(touched(Sample.with("支部工作条例, article: 第十一条}]", "防治打卡签到的规定, article: 第一条}]")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"until: 9999-12-31", "until: 2030-10-29"})
    void whatNeverEndsIsRefusedWithTheArticle(String end) {
        DocumentFault fault =
                Sample.read(Sample.with("until: 2028-12-31", end)).faults().getFirst();
        assertThat(fault.messageKey()).isEqualTo("mechanism.fault.endless");
        assertThat(fault.line()).isEqualTo(4);
        RedLine line = ALL.get(10);
        assertThat(fault.arguments())
                .containsExactly(
                        12, "R11", line.basis().regulation(), line.basis().article());
        assertThat(Sample.faults(Sample.with("until: 2028-12-31", "until: 2030-10-28")))
                .isEmpty();
    }

    @Test
    void nothingOfAUserLoosensThem(@TempDir Path data) throws IOException {
        for (String folder : List.of("law", "mechanisms")) {
            Files.createDirectories(data.resolve(folder));
            Files.writeString(data.resolve(folder).resolve("red-lines.yaml"), """
                    edition: 2027-01-01
                    denied-by: [每]
                    red-lines: []
                    """);
        }
        assertThat(new RedLines(new DocumentFiles(new SourceFiles(data.toString()))).all())
                .isEqualTo(ALL);
    }

    private static List<Object> touched(String text) {
        return Sample.read(text).faults().stream()
                .filter(fault -> fault.messageKey().equals("mechanism.fault.red-line"))
                .map(fault -> fault.arguments().get(1))
                .toList();
    }
}
