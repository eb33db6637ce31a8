package org.yijitong.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A page of what lies behind a figure, in the order in which it is due.
 *
 * @param next where the next page begins; empty when this is the last
 */
public record Items(List<Item> items, String next) {
    /** The most one page holds. */
    public static final int MOST = 200;

    static Items of(List<Item> found) {
        if (found.size() <= MOST) {
            return new Items(found, "");
        }
        Item last = found.get(MOST - 1);
        return new Items(found.subList(0, MOST), last.dueOn() + "_" + last.obligationId());
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
