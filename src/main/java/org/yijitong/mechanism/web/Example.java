package org.yijitong.mechanism.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;

/** The document from which a new one is written: small, whole, with a word on every line. */
final class Example {
    // Chinese words: the note beside a line of the document, as the other lines have one.
    private static final String TEXT = read();

    private Example() {}

    /**
     * In force from the first day of next month for two years.
     *
     * @param unit the code of the one it binds; empty for every unit
     */
    static String text(LocalDate today, String unit) {
        LocalDate since = today.withDayOfMonth(1).plusMonths(1);
        String bound = unit.isEmpty() ? "" : "units: [" + unit + "]   # 只管这个单位和它的下级\n";
        return TEXT.replace("UNITS\n", bound)
                .replace("SINCE", since.toString())
                .replace("UNTIL", since.plusYears(2).minusDays(1).toString());
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(Example.class.getResourceAsStream("/authoring/example.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
