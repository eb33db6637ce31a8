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
    private static final int FIELDS = 5;
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
            page.take(fields(line), number, merkle);
            number = first < 0 ? number : number + 1;
            from = end < 0 ? lines.length() : end + 1;
        }
        return page;
    }

    /** Number, leaf, salt, detail, line. */
    private static String[] fields(String line) {
        var fields = new String[FIELDS];
        int from = 0;
        for (int i = 0; i < FIELDS - 1; i++) {
            int tab = line.indexOf('\t', from);
            fields[i] = line.substring(from, tab);
            from = tab + 1;
        }
        fields[FIELDS - 1] = line.substring(from);
        return fields;
    }

    private void take(String[] fields, long number, Merkle merkle) {
        byte[] leaf = HEX.parseHex(fields[1]);
        String line = fields[FIELDS - 1];
        String which = number < 0 ? "the entry waiting, " + id(line) : "entry " + number + ", " + id(line);
        leaves.add(leaf);
        if (number >= 0 && !fields[0].equals(Long.toString(number))) {
            findings.add("the order has a gap: after " + (number - 1) + " stands " + fields[0]);
        }
        if (!Arrays.equals(merkle.leaf(line.getBytes(StandardCharsets.UTF_8)), leaf)) {
            findings.add(which + ": not what was written");
        }
        String hash = line.substring(line.lastIndexOf('\t') + 1);
        if (fields[2].equals("-")) {
            erased.add(id(line));
        } else if (!hash.equals(
                HEX.formatHex(merkle.plain(HEX.parseHex(fields[2]), fields[3].getBytes(StandardCharsets.UTF_8))))) {
            findings.add(which + ": its detail is not what was written");
        }
    }

    private static String id(String line) {
        int tab = line.indexOf('\t');
        return tab < 0 ? "gone" : line.substring(0, tab);
    }
}
