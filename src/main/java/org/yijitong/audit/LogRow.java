package org.yijitong.audit;

/**
 * A leaf with its entry, as {@link LogCheckStore} reads them. The line that was hashed is put together here, as far as that
 * is cheaper than in the database.
 *
 * @param number as it is kept; a hyphen for what waits
 * @param leaf as it is kept, in hexadecimal
 * @param line of the entry; empty when there is no such entry
 * @param detailHash in hexadecimal
 * @param salt in hexadecimal; empty when the detail was erased
 * @param detail as the database writes it
 */
record LogRow(String number, String leaf, String line, String detailHash, String salt, String detail) {
    private static final int HEX = 2 * Merkle.LENGTH;
    private static final int MICROS = 6;
    private static final int SECONDS = "2026-11-28 10:00:00".length();
    private static final int DAY = "2026-11-28".length();

    static LogRow of(String row) {
        int number = row.indexOf('\t');
        int hashes = row.indexOf('\t', number + 1);
        if (hashes < 0) {
            return new LogRow(row.substring(0, number), row.substring(number + 1), "", "", "", "");
        }
        int detail = row.indexOf('\t', hashes + 1);
        String detailHash = row.substring(number + 1 + HEX, number + 1 + 2 * HEX);
        return new LogRow(
                row.substring(0, number),
                row.substring(number + 1, number + 1 + HEX),
                line(row, detail + 1, detailHash),
                detailHash,
                row.substring(number + 1 + 2 * HEX, hashes),
                row.substring(hashes + 1, detail));
    }

    /** Ids, then the moment in the form of RFC 3339 to the microsecond, the rest, and the hash of the detail. */
    private static String line(String row, int begin, String detailHash) {
        int unit = row.indexOf('\t', begin);
        int when = row.indexOf('\t', unit + 1) + 1;
        int end = row.indexOf('\t', when);
        var line = new StringBuilder(row.length());
        line.append(row, begin, when + DAY)
                .append('T')
                .append(row, when + DAY + 1, when + SECONDS)
                .append('.');
        int digits = Math.max(0, end - when - SECONDS - 1);
        line.append(row, end - digits, end).repeat('0', MICROS - digits).append('Z');
        return line.append(row, end, row.length())
                .append('\t')
                .append(detailHash)
                .toString();
    }
}
