package org.yijitong.mechanism.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which tests show how the product keeps a red line, as the shipped file {@code law/shown-by.properties} says. */
@Component
public class ShownBy {
    private final Properties lines = new Properties();

    ShownBy() {
        try (InputStream file = new ClassPathResource("law/shown-by.properties").getInputStream()) {
            lines.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the tests of the red lines cannot be read", e);
        }
    }

    /** Tests as {@code package.Class.method}; none for a line that is not kept yet. */
    public List<String> tests(String line) {
        return Arrays.stream(lines.getProperty(line, "").split(",", -1))
                .map(String::strip)
                .filter(test -> !test.isEmpty())
                .toList();
    }
}
