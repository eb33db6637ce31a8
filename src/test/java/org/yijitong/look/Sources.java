package org.yijitong.look;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of this repository, by path. */
final class Sources {
    private Sources() {}

    /** Every file below a folder whose name ends so, with its text. */
    static Map<Path, String> below(String folder, String end) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(end))
                    .collect(Collectors.toMap(file -> file, Sources::text, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Templates without their comments. */
    static Map<Path, String> templates() {
        Map<Path, String> templates = below("src/main/jte", ".jte");
        templates.replaceAll((file, text) -> text.replaceAll("(?s)<%--.*?--%>", ""));
        return templates;
    }

    /** Java of the product, without comments. */
    static Map<Path, String> java() {
        Map<Path, String> java = below("src/main/java", ".java");
        java.replaceAll((file, text) -> text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", ""));
        return java;
    }
}
