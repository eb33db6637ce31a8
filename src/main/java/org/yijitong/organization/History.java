package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an organization and to those it came from, the latest day first.
 *
 * @param names what organizations and people named by their id in the details are called
 * @param next where the next part begins; null at the end
 */
public record History(
        List<Entry> entries,
        Map<String, String> names,
        @Nullable String next) {

    /**
     * One change.
     *
     * @param organization to whom it happened: the organization asked for, or one it came from
     * @param day the day it stands under: {@code on}, or of a correction the day on which it was made
     * @param on from when it holds
     * @param account who recorded it
     * @param detail what else is known of it: of a correction {@code field.before} and {@code field.after}
     */
    public record Entry(
            UUID change,
            OrganizationId organization,
            ChangeKind kind,
            LocalDate day,
            LocalDate on,
            Instant recorded,
            UUID account,
            @Nullable String reason,
            @Nullable String documentNumber,
            Map<String, String> detail) {}

    /** What an id is called; other text is itself. */
    public String name(String text) {
        return names.getOrDefault(text, text);
    }
}
