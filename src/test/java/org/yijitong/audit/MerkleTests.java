package org.yijitong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tree is that of RFC 9162: it has the roots that implementations of Certificate Transparency agree on. */
class MerkleTests {
    private static final HexFormat HEX = HexFormat.of();

    /** The leaves of their common test data. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    /** The roots of the trees of none, one, two … of them. */
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreThoseOfOthers() {
        var merkle = new Merkle();
        var tree = new Frontier(0, List.of());
        assertThat(HEX.formatHex(tree.root())).isEqualTo(ROOTS.getFirst());
        for (int i = 0; i < LEAVES.size(); i++) {
            tree.append(merkle.leaf(HEX.parseHex(LEAVES.get(i))), (_, _) -> {});
            assertThat(HEX.formatHex(tree.root())).isEqualTo(ROOTS.get(i + 1));
        }
    }

    @Test
    void aTreeTakenUpAgainGrowsAsIfItHadNotRested() {
        var random = new Random(9162);
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < 300; i++) {
            byte[] leaf = new byte[Merkle.LENGTH];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        for (int rest = 0; rest <= leaves.size(); rest++) {
            var whole = new Frontier(0, List.of());
            var completed = new HashMap<Span, byte[]>();
            for (int i = 0; i < rest; i++) {
                completed.put(new Span(0, i), leaves.get(i));
                whole.append(leaves.get(i), completed::put);
            }
            var resumed = new Frontier(
                    rest, Span.peaks(rest).stream().map(completed::get).toList());
            assertThat(resumed.root()).isEqualTo(whole.root());
            for (byte[] leaf : leaves.subList(rest, leaves.size())) {
                whole.append(leaf, (_, _) -> {});
                resumed.append(leaf, (_, _) -> {});
            }
            assertThat(resumed.root()).isEqualTo(whole.root());
        }
    }
}
