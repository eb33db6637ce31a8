package org.yijitong.matter.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;

/** A small flow to begin from: docs/flows.md tells of the same. */
final class FlowExample {
    // Chinese words: a comment of the text, for whoever writes it.
    private static final String TEXT = read();

    private FlowExample() {}

    /**
     * In force from today for two years.
     *
     * @param unit the code of the one in which it holds; empty for every unit
     */
    static String text(LocalDate today, String unit) {
        String bound = unit.isEmpty() ? "" : "units: [" + unit + "]   # 只在这个单位和它的下级用\n";
        return TEXT.replace("UNITS\n", bound)
                .replace("SINCE", today.toString())
                .replace("UNTIL", today.plusYears(2).minusDays(1).toString());
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(FlowExample.class.getResourceAsStream("/authoring/flow.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
