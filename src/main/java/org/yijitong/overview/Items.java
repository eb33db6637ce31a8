package org.yijitong.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yijitong.activity.RecordLine;

/**
 * A page of what lies behind a figure, in the order in which it is due.
 *
 * @param records what counted, by obligation; the first few of each that the scope reaches
 * @param next where the next page begins; empty when this is the last
 */
public record Items(List<Item> items, Map<UUID, List<RecordLine>> records, String next) {
    /** The most one page holds. */
    public static final int MOST = 200;

    /** Where the page after these begins. */
    static String next(List<Item> found) {
        if (found.size() <= MOST) {
            return "";
        }
        Item last = found.get(MOST - 1);
        return last.dueOn() + "_" + last.obligationId();
    }

    /** Where a page begins: after an obligation due on a day. */
    record Place(LocalDate dueOn, UUID obligation) {
        static final Place START = new Place(LocalDate.of(1900, 1, 1), new UUID(0, 0));

        /** What is none begins at the beginning. */
        static Place parse(String after) {
            if (!after.matches("\\d{4}-\\d{2}-\\d{2}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                return START;
            }
            try {
                return new Place(LocalDate.parse(after.substring(0, 10)), UUID.fromString(after.substring(11)));
            } catch (java.time.DateTimeException e) {
                return START;
            }
        }
    }
}
