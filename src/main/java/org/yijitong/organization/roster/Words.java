package org.yijitong.organization.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Reads the word lists under {@code roster/}. */
final class Words {

    private Words() {}

    /** A list of lines {@code key=value}, UTF-8. */
    static Map<String, String> load(String name) {
        Properties properties = new Properties();
        try (InputStream in = Words.class.getResourceAsStream("/roster/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource roster/" + name);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new LinkedHashMap<>();
        properties.stringPropertyNames().stream().sorted().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }
}
