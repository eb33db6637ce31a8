package org.yijitong.mechanism.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yijitong.mechanism.reading.Document.Source;

/** The documents that ship with the product, and those that users put into the data folder. */
@Component
public class DocumentFiles {
    /** In the order in which their duties are shown. */
    private static final List<String> PACKS = List.of("statutory", "guangdong");

    /** Files of a user beyond these are not looked at. */
    private static final int MOST = 500;

    private static final long LARGEST = 1_000_000;

    private final Path data;

    DocumentFiles(@Value("${yijitong.data:data}") String data) {
        this.data = Path.of(data);
    }

    /** Shipped documents first, each pack by the names of its files. */
    public List<Source> mechanisms() {
        return Stream.concat(PACKS.stream().flatMap(pack -> shipped("mechanisms/" + pack, pack)), own("mechanisms"))
                .toList();
    }

    /** Shipped years first, so that a user's file for the same year is read after them. */
    List<Source> calendars() {
        return Stream.concat(shipped("calendar", "calendar"), own("calendar")).toList();
    }

    /** What the law forbids; only the product's own file. */
    Source redLines() {
        return shipped("law", "law").findFirst().orElseThrow();
    }

    private static Stream<Source> shipped(String folder, String pack) {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.yaml");
            return Arrays.stream(files)
                    .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                    .map(file -> new Source(folder + "/" + file.getFilename(), pack, shippedText(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shippedText(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Source> own(String name) {
        Path folder = data.resolve(name);
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .limit(MOST)
                    .map(file -> new Source(name + "/" + file.getFileName(), Source.OWN, ownText(file)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that cannot be read as text is handed on as a text that no reader takes. */
    private static String ownText(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                return YamlText.TOO_LONG;
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            return YamlText.NOT_UTF_8;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
