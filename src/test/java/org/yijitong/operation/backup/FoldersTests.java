package org.yijitong.operation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the product reads from a folder of the user's own stands in a backup, too. */
class FoldersTests {
    private static final Pattern OWN = Pattern.compile("\\bown\\(\"([a-z]+)\"\\)");

    @Test
    void everyFolderOfTheUsersOwnIsBackedUp() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                OWN.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(asked::add);
            }
        }
        assertThat(asked).contains("mechanisms", "calendar", "flows");
        assertThat(Backup.FOLDERS).containsAll(asked);
        assertThat(asked).allMatch(folder -> (folder + "/a.yaml").matches(Backup.NAMES));
    }
}
