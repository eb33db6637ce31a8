package org.yijitong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Proofs are those of RFC 9162: the examples of its §2.1.5, and every proof of every small tree leads to the root. */
class StepsTests {
    private static final int LARGEST = 70;

    /** {@code d0} to {@code d6}: PATH and PROOF as the RFC lists them, as ranges of leaves. */
    @Test
    void theExamplesOfTheRfcComeOut() {
        assertThat(Steps.inclusion(0, 7)).hasToString(ranges("1-2 2-4 4-7"));
        assertThat(Steps.inclusion(3, 7)).hasToString(ranges("2-3 0-2 4-7"));
        assertThat(Steps.inclusion(4, 7)).hasToString(ranges("5-6 6-7 0-4"));
        assertThat(Steps.inclusion(6, 7)).hasToString(ranges("4-6 0-4"));
        assertThat(Steps.consistency(3, 7)).hasToString(ranges("2-3 3-4 0-2 4-7"));
        assertThat(Steps.consistency(4, 7)).hasToString(ranges("4-7"));
        assertThat(Steps.consistency(6, 7)).hasToString(ranges("4-6 6-7 0-4"));
        assertThat(Steps.consistency(7, 7)).isEmpty();
    }

    @Test
    void everyProofOfEverySmallTreeLeadsToItsRoot() {
        var merkle = new Merkle();
        Map<Span, byte[]> roots = new HashMap<>();
        List<byte[]> trees = new ArrayList<>();
        var tree = new Frontier(0, List.of());
        for (long i = 0; i < LARGEST; i++) {
            byte[] leaf = merkle.leaf(Long.toString(i).getBytes(StandardCharsets.UTF_8));
            roots.put(new Span(0, i), leaf);
            tree.append(leaf, roots::put);
            trees.add(tree.root());
            assertThat(new Steps.Range(0, i + 1).root(roots, merkle)).isEqualTo(tree.root());
            for (long index = 0; index <= i; index++) {
                byte[] found = roots.getOrDefault(new Span(0, index), new byte[0]);
                for (var step : Steps.inclusion(index, i + 1)) {
                    byte[] other = step.root(roots, merkle);
                    found = step.first() > index ? merkle.node(found, other) : merkle.node(other, found);
                }
                assertThat(HexFormat.of().formatHex(found))
                        .isEqualTo(HexFormat.of().formatHex(tree.root()));
            }
        }
        assertThat(trees).hasSize(LARGEST);
    }

    private static String ranges(String text) {
        var ranges = new ArrayList<Steps.Range>();
        for (String each : List.of(text.split(" ", -1))) {
            int dash = each.indexOf('-');
            ranges.add(
                    new Steps.Range(Long.parseLong(each.substring(0, dash)), Long.parseLong(each.substring(dash + 1))));
        }
        return ranges.toString();
    }
}
