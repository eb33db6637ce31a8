package org.yijitong.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the repository, as a reader of it sees them: nothing built, nothing fetched. */
final class Project {
    static final Path MAIN = Path.of("src", "main", "java");
    static final Path TEST = Path.of("src", "test", "java");
    static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "data", "assets", ".git", ".idea");

    private Project() {}

    /** Every file with one of some endings, such as {@code .java}. */
    static List<Path> files(String... endings) {
        return below(Path.of("")).stream()
                .filter(file -> Stream.of(endings)
                        .anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                .toList();
    }

    /** Every file at or below a folder, in the order of their paths. */
    static List<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder) ? List.of(folder) : List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> !NOT_OURS.contains(path.getFileName().toString()))
                    .sorted()
                    .flatMap(path -> Files.isDirectory(path) ? below(path).stream() : Stream.of(path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
