package org.yijitong.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of the demonstration world into records; a word it does not know is an error. */
final class WorldFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private WorldFile() {}

    static <T> T read(String name, Class<T> type) {
        try (InputStream file = new ClassPathResource("demo/" + name + ".yaml").getInputStream()) {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return MAPPER.convertValue(read, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
