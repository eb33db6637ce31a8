package org.yijitong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a source file looks: short, without leftovers, saying what it is for. */
class SourceRulesTests {
    /** Where a finding stands, to why it may stand there. */
    private static final Map<String, String> ALLOWED = Map.of(
            "src/main/java/org/yijitong/document/.*floating number",
            "a workbook stores its numbers as floating numbers; they are read as such and passed on as text",
            "src/main/java/org/yijitong/organization/roster/.*floating number",
            "how alike two words are, to offer the likelier one first; shown to nobody as a score and never stored");

    @Test
    void theSourcesKeepTheRules() {
        assertThat(excused(JavaSource.of(Project.MAIN).stream()
                        .flatMap(source -> SourceRules.inMain(source).stream())
                        .toList()))
                .isEmpty();
    }

    @Test
    void theTestsKeepTheRules() {
        assertThat(JavaSource.of(Project.TEST).stream().flatMap(source -> SourceRules.inTests(source).stream()))
                .isEmpty();
    }

    @Test
    void theFilesAreShortAndHaveNoLeftovers() {
        List<Path> files = Project.files(
                ".java",
                ".jte",
                ".css",
                ".js",
                ".mjs",
                ".sh",
                ".sql",
                ".yaml",
                ".yml",
                ".properties",
                ".md",
                "pom.xml");
        assertThat(files).hasSizeGreaterThan(100);
        assertThat(Stream.concat(files.stream(), Project.below(Path.of("bin")).stream())
                        .flatMap(file -> TextRules.check(file, Project.text(file)).stream()))
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        assertThat(Stream.of(Project.MAIN, Project.TEST)
                        .flatMap(folder -> Project.below(folder).stream())
                        .filter(file -> file.toString().endsWith(".java"))
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !marked(folder)))
                .isEmpty();
        assertThat(marked(Path.of("docs"))).isFalse();
    }

    private static boolean marked(Path folder) {
        Path info = folder.resolve("package-info.java");
        return Files.exists(info) && Project.text(info).contains("\n@NullMarked\n");
    }

    private static List<String> excused(List<String> found) {
        return found.stream()
                .filter(each -> ALLOWED.keySet().stream().noneMatch(each::matches))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public class Undocumented {}",
                "class Long { void run() {" + "\n int a;\n int b;\n int c;\n int d;\n int e;\n int f;\n int g;"
                        + "\n int h;\n int i;\n int j;\n int k;\n int l;\n int m;\n int n;\n int o;\n int p;"
                        + "\n int q;\n int r;\n int s;\n int t;\n int u;\n int v;\n int w;\n int x;\n int y;"
                        + "\n int z;\n int aa;\n int ab;\n int ac;\n int ad;\n int ae;\n int af;\n } }",
                "class Swallow { void run() { try { go(); } catch (Exception e) { log(e); } } }",
                "class Silent { void run() { try { go(); } catch (java.io.IOException e) {} } }",
                "class Points { double points; }",
                "class Points { Double points; }"
            })
    void aPlantedSourceIsFound(String text) {
        assertThat(JavaSource.planted("Planted.java", text).stream()
                        .flatMap(source -> SourceRules.inMain(source).stream()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class ATests { @Disabled void later() {} }",
                "class ATests { void waits() { Thread.sleep(10); } }",
                "import org.mockito.Mockito; class ATests {}",
                "class ATests { @MockitoBean Object store; }"
            })
    void aPlantedTestIsFound(String text) {
        assertThat(JavaSource.planted("Planted.java", text).stream()
                        .flatMap(source -> SourceRules.inTests(source).stream()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// TO" + "DO: later",
                "see /wo" + "rk/main for it",
                "https://regis" + "try.npmjs.org/htmx",
                "    // people.add(scope, newcomer);",
                "// if (a == b) {",
                "// return (a);"
            })
    void aPlantedLineIsFound(String line) {
        assertThat(TextRules.check(Path.of("Planted.java"), line)).hasSize(1);
    }

    @Test
    void aLongFileIsFound() {
        assertThat(TextRules.check(Path.of("a.css"), "a\n".repeat(TextRules.LONGEST_FILE + 1)))
                .hasSize(1);
        assertThat(TextRules.check(Path.of("a.sql"), "-- DELETE FROM organization.people;"))
                .hasSize(1);
    }
}
