package org.yijitong.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Where the next page of a list in the order of days begins: after a thing of a day. */
public record Cursor(LocalDate day, UUID id) {
    private static final int DAY = "2026-11-28".length();

    /** What {@link #toString} wrote; nothing for any other text. */
    public static Optional<Cursor> read(String after) {
        if (!after.matches("\\d{4}-\\d{2}-\\d{2}_" + Ids.PATTERN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Cursor(LocalDate.parse(after.substring(0, DAY)), UUID.fromString(after.substring(DAY + 1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return day + "_" + id;
    }
}
