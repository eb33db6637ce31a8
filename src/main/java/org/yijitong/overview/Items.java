package org.yijitong.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yijitong.activity.RecordLine;
import org.yijitong.shared.Cursor;

/**
 * A page of what lies behind a figure, in the order in which it is due.
 *
 * @param records what counted, by obligation; the first few of each that the scope reaches
 * @param next where the next page begins; empty when this is the last
 */
public record Items(List<Item> items, Map<UUID, List<RecordLine>> records, String next) {
    /** The most one page holds. */
    public static final int MOST = 200;

    /** Where the first page begins: before everything. */
    static final Cursor START = new Cursor(LocalDate.of(1900, 1, 1), new UUID(0, 0));

    /** Where the page after these begins. */
    static String next(List<Item> found) {
        if (found.size() <= MOST) {
            return "";
        }
        Item last = found.get(MOST - 1);
        return new Cursor(last.dueOn(), last.obligationId()).toString();
    }
}
