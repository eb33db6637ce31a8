package org.yijitong.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every deed that the product writes into the log of a unit has plain words, and can be looked for. */
class LogWordsTests {
    private static final Pattern DEED = Pattern.compile("audit\\s*\\.record\\(\\s*scope,\\s*\"([^\"]+)\"(\\s*\\+)?");

    @Test
    void everyDeedHasWords() throws IOException {
        var words = new Properties();
        try (var bundle = Files.newBufferedReader(Path.of("src/main/resources/messages/audit.properties"))) {
            words.load(bundle);
        }
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                DEED.matcher(Files.readString(file)).results().forEach(found -> {
                    boolean whole = found.group(2) == null;
                    boolean known = words.stringPropertyNames().stream()
                            .anyMatch(key -> whole
                                    ? key.equals("audit.did." + found.group(1))
                                    : key.startsWith("audit.did." + found.group(1)));
                    if (!known || (whole && !LogWords.ACTIONS.contains(found.group(1)))) {
                        missing.add(found.group(1));
                    }
                });
            }
        }
        assertThat(missing).isEmpty();
    }
}
