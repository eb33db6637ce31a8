package org.yijitong.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Texts that ship with the product, and those that users put into the data folder. */
@Component
public class SourceFiles {
    /** Files of a user beyond these are not looked at. */
    private static final int MOST = 500;

    private static final long LARGEST = 1_000_000;

    private final Path data;

    public SourceFiles(@Value("${yijitong.data:data}") String data) {
        this.data = Path.of(data);
    }

    /** Those of a folder among what ships, by the names of the files. */
    public static Stream<Source> shipped(String folder, String pack) {
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

    /** Those of a folder among the data, by the names of the files. */
    public Stream<Source> own(String name) {
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
