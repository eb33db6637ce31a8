package org.yijitong.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Leaves with their entries, as they stand in the database, hashed anew.
 *
 * @param leaves in order, as they are kept
 * @param erased entries that have lost their detail
 * @param findings what does not fit
 */
record LogPage(List<byte[]> leaves, List<UUID> erased, List<String> findings) {
    /** @param first the number its first row should bear, or -1 where rows bear none */
    static LogPage of(List<LogRow> rows, long first) {
        var page = new LogPage(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var merkle = new Merkle();
        long number = first;
        for (LogRow row : rows) {
            page.take(row, number, merkle);
            number = first < 0 ? number : number + 1;
        }
        return page;
    }

    private void take(LogRow row, long number, Merkle merkle) {
        leaves.add(row.leaf());
        if (number >= 0 && !Objects.equals(row.number(), number)) {
            findings.add("the order has a gap: after " + (number - 1) + " stands " + row.number());
        }
        UUID entry = row.entry();
        if (entry == null || !row.isAsWritten(merkle)) {
            findings.add(which(row, number) + ": not what was written");
        } else if (row.isErased()) {
            erased.add(entry);
        } else if (!row.isDetailAsWritten(merkle)) {
            findings.add(which(row, number) + ": its detail is not what was written");
        }
    }

    private static String which(LogRow row, long number) {
        String id = Objects.toString(row.entry(), "gone");
        return number < 0 ? "the entry waiting, " + id : "entry " + number + ", " + id;
    }
}
