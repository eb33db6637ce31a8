package org.yijitong.mechanism.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.yijitong.ProductTest;
import org.yijitong.mechanism.RedLine;
import org.yijitong.mechanism.reading.RedLines;
import org.yijitong.mechanism.reading.ShownBy;

/** The statement of compliance names tests that are there, and what it says of the product as a whole holds. */
@ProductTest
class StatementTests {
    @Autowired
    RedLines redLines;

    @Autowired
    ShownBy shownBy;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTestThatIsNamedIsThere() {
        List<String> all = redLines.all().stream()
                .flatMap(line -> shownBy.tests(line.line()).stream())
                .toList();
        assertThat(all)
                .hasSizeGreaterThan(15)
                .allSatisfy(test -> assertThat(isThere(test)).as(test).isTrue());
        assertThat(isThere("org.yijitong.mechanism.web.StatementTests.noSuchTest"))
                .isFalse();
        assertThat(isThere("org.yijitong.NoSuchTests.everyTestThatIsNamedIsThere"))
                .isFalse();
    }

    private static boolean isThere(String test) {
        int at = test.lastIndexOf('.');
        try {
            return Arrays.stream(Class.forName(test.substring(0, at)).getDeclaredMethods())
                    .filter(method -> method.getName().equals(test.substring(at + 1)))
                    .anyMatch(StatementTests::isTest);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }

    @Test
    void everyLineSaysHowItIsKeptOrThatItIsNotYet() {
        Document shown = page(mvc.get().uri("/statement").exchange());
        assertThat(shown.select("tbody").getFirst().select("tr")).hasSameSizeAs(redLines.all());
        for (RedLine line : redLines.all()) {
            String row = shown.select("tbody tr:has(th:contains(" + line.line() + " ))")
                    .text();
            assertThat(row).contains(line.forbids().chinese());
            if (shownBy.tests(line.line()).isEmpty()) {
                assertThat(line.keptBy().chinese()).as(line.line()).isNotBlank();
                assertThat(row).contains("还没有", line.keptBy().chinese());
            } else {
                assertThat(row).contains("Tests.");
            }
        }
        assertThat(shown.select("tbody").getLast().select("tr")).hasSize(StatementPage.SECTIONS.size());
    }

    /** Nothing in the database could hold points, likes, check-ins or time online. */
    @Test
    void nothingIsKeptThatTheRedLinesForbid() {
        assertThat(jdbc.sql("""
                        SELECT table_schema || '.' || table_name || '.' || column_name FROM information_schema.columns
                        WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND (column_name || ' ' || table_name)
                            ~ '(^|[_ ])(points?|likes?|shares?|check_?ins?|clock_?ins?|rank(ing|s)?|online|page_?views?|sign_in_days|installs?|active_(days|users))([_ ]|$)'
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void thereIsNothingToInstall() {
        assertThat(texts("src/main/jte", ".jte")).isNotEmpty().noneMatch(text -> text.contains("rel=\"manifest\""));
        assertThat(texts("frontend", ".ts")).noneMatch(text -> text.contains("serviceWorker"));
        assertThat(texts("frontend", ".js")).noneMatch(text -> text.contains("serviceWorker"));
    }

    @Test
    void aRecordNeverNeedsAFile() {
        assertThat(texts("src/main/jte/activity", ".jte"))
                .isNotEmpty()
                .noneMatch(text -> text.matches("(?s).*<input[^>]*type=\"file\"[^>]*(required|capture).*"))
                .noneMatch(text -> text.contains("capture="));
    }

    private static List<String> texts(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file ->
                            file.toString().endsWith(ending) && !file.toString().contains("node_modules"))
                    .map(StatementTests::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
