package org.yijitong.audit;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.Columns;

/**
 * A leaf with its entry, as {@link LogCheckStore} reads them. The line that was hashed is put together here: a database
 * that was tampered with proves nothing by what it puts together itself, and it would take longer.
 */
final class LogRow {
    private static final byte[] NONE = {};
    private static final HexFormat HEX = HexFormat.of();
    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    private final @Nullable Long number;
    private final byte[] leaf;
    private final @Nullable UUID entry;
    private final String line;
    private final byte[] detailHash;
    private final byte[] salt;
    private final String detail;

    LogRow(Columns row) {
        number = row.number("leaf_index");
        leaf = bytes(row, "leaf");
        entry = row.id("entry_id");
        detailHash = bytes(row, "detail_hash");
        salt = bytes(row, "salt");
        detail = Optional.ofNullable(row.text("detail")).orElse("");
        line = entry == null ? "" : line(entry, row, detailHash);
    }

    /** Its number as it is kept; null for what waits. */
    @Nullable
    Long number() {
        return number;
    }

    byte[] leaf() {
        return leaf;
    }

    /** Null when the leaf has no entry. */
    @Nullable
    UUID entry() {
        return entry;
    }

    /** Of this the leaf is the hash; empty when there is no such entry. */
    String line() {
        return line;
    }

    /** Whether the detail was taken away; the hash of it stays. */
    boolean isErased() {
        return salt.length == 0;
    }

    /** Whether the entry is the one that was written, its detail aside. */
    boolean isAsWritten(Merkle merkle) {
        return entry != null && Arrays.equals(merkle.leaf(line.getBytes(StandardCharsets.UTF_8)), leaf);
    }

    /** Whether the detail is the one that was written. */
    boolean isDetailAsWritten(Merkle merkle) {
        return Arrays.equals(merkle.plain(salt, detail.getBytes(StandardCharsets.UTF_8)), detailHash);
    }

    /** The detail and its salt, as outsiders get them; a hyphen when it was erased. */
    String said() {
        return isErased() ? "-" : HEX.formatHex(salt) + "\t" + detail;
    }

    private static byte[] bytes(Columns row, String column) {
        return Optional.ofNullable(row.bytes(column)).orElse(NONE);
    }

    /** As {@code audit.line} writes it: the moment in the form of RFC 3339 to the microsecond, a hyphen for what is not. */
    private static String line(UUID entry, Columns row, byte[] hash) {
        return String.join(
                "\t",
                entry.toString(),
                orHyphen(row.id("unit_id")),
                moment(row),
                orHyphen(row.id("account_id")),
                orHyphen(row.text("action")),
                orHyphen(row.text("subject_kind")),
                orHyphen(row.id("subject_id")),
                HEX.formatHex(hash));
    }

    private static String orHyphen(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private static String moment(Columns row) {
        OffsetDateTime at = row.moment("recorded_at");
        return at == null ? "-" : MOMENT.format(at);
    }
}
