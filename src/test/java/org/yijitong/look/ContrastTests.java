package org.yijitong.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Colours keep their contrast in both palettes: 4.5 for text (WCAG 2.2 SC 1.4.3), 3 for the edges of controls and the
 * focus ring (SC 1.4.11). axe cannot judge every overlap; the tokens can be judged once for all.
 */
class ContrastTests {
    private static final List<String> GROUNDS = List.of("paper", "surface", "sunken");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textCanBeReadOnEveryGround(String palette) {
        Map<String, String> tokens = palette(palette);
        for (String ground : GROUNDS) {
            for (String text : List.of("ink", "ink-2", "ink-3", "red", "ok", "due", "late")) {
                assertContrast(tokens, text, ground, 4.5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void statesCanBeReadOnTheirWash(String palette) {
        Map<String, String> tokens = palette(palette);
        for (String state : List.of("ok", "due", "late")) {
            assertContrast(tokens, state, state + "-wash", 4.5);
            assertContrast(tokens, "ink", state + "-wash", 4.5);
            assertContrast(tokens, "ink-2", state + "-wash", 4.5);
        }
        assertContrast(tokens, "ink-3", "late-wash", 4.5);
        assertContrast(tokens, "surface", "ink", 4.5);
        assertContrast(tokens, "on-act", "act", 4.5);
        assertContrast(tokens, "on-act", "act-hi", 4.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void edgesAndFocusCanBeSeen(String palette) {
        Map<String, String> tokens = palette(palette);
        for (String ground : List.of("paper", "surface")) {
            assertContrast(tokens, "edge", ground, 3);
            assertContrast(tokens, "focus", ground, 3);
        }
    }

    /** The dark palette stands twice in the style sheet: for the device's wish and for the switch. */
    @Test
    void theTwoDarkPalettesAreOne() {
        assertThat(block("(prefers-color-scheme: dark)")).isEqualTo(block(":root[data-theme=dark]"));
    }

    private static void assertContrast(Map<String, String> tokens, String text, String ground, double least) {
        double light = luminance(tokens.getOrDefault(text, ""));
        double other = luminance(tokens.getOrDefault(ground, ""));
        double ratio = (Math.max(light, other) + 0.05) / (Math.min(light, other) + 0.05);
        assertThat(ratio).as(text + " on " + ground).isGreaterThanOrEqualTo(least);
    }

    /** Relative luminance as WCAG defines it. */
    private static double luminance(String hex) {
        String six = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double channel = Integer.parseInt(six.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static Map<String, String> palette(String name) {
        return block(name.equals("light") ? ":root {" : ":root[data-theme=dark]");
    }

    private static Map<String, String> block(String start) {
        String css = Sources.text(Path.of("frontend/css/02-tokens.css"));
        int from = css.indexOf(start);
        Matcher token = Pattern.compile("--([\\w-]+): #([0-9a-f]{6}|[0-9a-f]{3});")
                .matcher(css.substring(from, css.indexOf('}', from)));
        Map<String, String> tokens = new HashMap<>();
        while (token.find()) {
            tokens.put(token.group(1), token.group(2));
        }
        assertThat(tokens).as("tokens after " + start).isNotEmpty();
        return tokens;
    }
}
