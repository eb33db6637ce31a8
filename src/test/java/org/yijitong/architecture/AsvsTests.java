package org.yijitong.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of ASVS requirements names tests that are there, and says of every requirement how it stands and why. */
class AsvsTests {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d[^|]*) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Tests)[.`]");
    private static final Set<String> STANDS = Set.of("Yes", "Partly", "No", "Site", "—");

    private final String table = Project.text(Path.of("docs", "asvs.md"));

    @Test
    void everyTestThatIsNamedIsThere() {
        Set<String> there = Project.below(Path.of("src", "test", "java")).stream()
                .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                .collect(Collectors.toSet());
        List<String> named = Stream.of(table, Project.text(Path.of("docs", "security.md")))
                .flatMap(text -> NAMED.matcher(text).results().map(match -> match.group(1)))
                .toList();
        assertThat(named).hasSizeGreaterThan(60).isSubsetOf(there);
    }

    @Test
    void everyRequirementSaysHowItStandsAndWhy() {
        long lines = table.lines().filter(line -> line.matches("\\| \\d.*")).count();
        assertThat(ROW.matcher(table).results().toList())
                .hasSize((int) lines)
                .hasSizeGreaterThan(130)
                .allSatisfy(row -> {
                    assertThat(STANDS).contains(row.group(3).strip());
                    assertThat(row.group(4)).isNotBlank();
                });
    }
}
