package org.yijitong.document;

/**
 * How much of a foreign file is read before it is refused; the defence against files made to exhaust the server.
 *
 * @param fileBytes size of the file itself
 * @param expandedBytes what the parts of an .xlsx may grow to when unpacked, together
 * @param ratio how many times larger than packed a part may be, once it exceeds a few megabytes
 * @param entries parts in an .xlsx
 * @param sheets sheets in a workbook
 * @param rows rows with content, over all sheets
 * @param columns the last column that may hold content, counted from 1
 * @param cells cells, filled or merely formatted, over all sheets
 * @param cellChars characters in one cell; Excel's own bound is 32,767
 */
public record ReadLimits(
        long fileBytes,
        long expandedBytes,
        int ratio,
        int entries,
        int sheets,
        int rows,
        int columns,
        long cells,
        int cellChars) {

    /** For rosters: 50,000 rows of 20 columns pass with room to spare within a heap of 512 MB. */
    public static ReadLimits forRosters() {
        return new ReadLimits(40L << 20, 400L << 20, 200, 2_000, 300, 100_000, 300, 4_000_000, 32_767);
    }
}
