package org.yijitong.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Leaves with their entries, as they stand in the database, hashed anew.
 *
 * @param leaves in order, as they are kept
 * @param erased how many entries have lost their detail
 * @param findings what does not fit
 */
record LogPage(List<byte[]> leaves, List<String> erased, List<String> findings) {
    private static final HexFormat HEX = HexFormat.of();

    /** @param first the number its first line should bear, or -1 where lines bear none */
    static LogPage of(String lines, long first) {
        var page = new LogPage(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var merkle = new Merkle();
        long number = first;
        int from = 0;
        while (from < lines.length()) {
            int end = lines.indexOf('\n', from);
            String line = end < 0 ? lines.substring(from) : lines.substring(from, end);
            page.take(LogRow.of(line), number, merkle);
            number = first < 0 ? number : number + 1;
            from = end < 0 ? lines.length() : end + 1;
        }
        return page;
    }

    private void take(LogRow row, long number, Merkle merkle) {
        byte[] leaf = HEX.parseHex(row.leaf());
        String which = number < 0 ? "the entry waiting, " + id(row.line()) : "entry " + number + ", " + id(row.line());
        leaves.add(leaf);
        if (number >= 0 && !row.number().equals(Long.toString(number))) {
            findings.add("the order has a gap: after " + (number - 1) + " stands " + row.number());
        }
        if (!Arrays.equals(merkle.leaf(row.line().getBytes(StandardCharsets.UTF_8)), leaf)) {
            findings.add(which + ": not what was written");
        } else if (row.salt().isEmpty()) {
            erased.add(id(row.line()));
        } else if (!row.detailHash()
                .equals(HEX.formatHex(
                        merkle.plain(HEX.parseHex(row.salt()), row.detail().getBytes(StandardCharsets.UTF_8))))) {
            findings.add(which + ": its detail is not what was written");
        }
    }

    private static String id(String line) {
        int tab = line.indexOf('\t');
        return tab < 0 ? "gone" : line.substring(0, tab);
    }
}
