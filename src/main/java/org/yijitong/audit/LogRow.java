package org.yijitong.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A leaf with its entry, as {@link LogCheckStore} reads them. The line that was hashed is put together here: a database
 * that was tampered with proves nothing by what it puts together itself, and it would take longer.
 */
final class LogRow {
    private static final byte[] NONE = {};
    private static final HexFormat HEX = HexFormat.of();
    private static final int NANOS_A_MICRO = 1_000;
    private static final int WHOLE = 1_000_000;

    private final @Nullable Long number;
    private final byte[] leaf;
    private final @Nullable UUID entry;
    private final String line;
    private final byte[] detailHash;
    private final byte[] salt;
    private final String detail;

    /** Takes the present row of a result, by the names of its columns. */
    LogRow(ResultSet row) throws SQLException {
        number = row.getObject("leaf_index", Long.class);
        leaf = row.getBytes("leaf");
        entry = row.getObject("entry_id", UUID.class);
        detailHash = bytes(row, "detail_hash");
        salt = bytes(row, "salt");
        detail = Optional.ofNullable(row.getString("detail")).orElse("");
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

    private static byte[] bytes(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).orElse(NONE);
    }

    /** As {@code audit.line} writes it: the moment in the form of RFC 3339 to the microsecond, a hyphen for what is not. */
    private static String line(UUID entry, ResultSet row, byte[] hash) throws SQLException {
        return String.join(
                "\t",
                entry.toString(),
                orHyphen(row.getObject("unit_id", UUID.class)),
                moment(row.getObject("recorded_at", OffsetDateTime.class)),
                orHyphen(row.getObject("account_id", UUID.class)),
                row.getString("action"),
                orHyphen(row.getString("subject_kind")),
                orHyphen(row.getObject("subject_id", UUID.class)),
                HEX.formatHex(hash));
    }

    private static String orHyphen(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private static String moment(OffsetDateTime at) {
        var utc = at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        String micros = Integer.toString(WHOLE + utc.getNano() / NANOS_A_MICRO).substring(1);
        String minute = utc.withSecond(0).withNano(0).toString();
        String second = Integer.toString(100 + utc.getSecond()).substring(1);
        return minute + ":" + second + "." + micros + "Z";
    }
}
