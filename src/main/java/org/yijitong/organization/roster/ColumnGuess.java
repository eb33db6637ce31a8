package org.yijitong.organization.roster;

/**
 * What a column seems to hold.
 *
 * @param column from 0
 * @param heading as written, a group heading before its own with a line between: 党内信息|入党时间
 * @param field IGNORE when nothing fits
 * @param confidence 0 to 1: 1 a known heading, 0.7 a heading that contains one, 0.6 by the values alone, 0 no idea
 */
public record ColumnGuess(int column, String heading, RosterField field, double confidence) {

    public static final double KNOWN = 1;
    public static final double CONTAINED = 0.7;
    public static final double BY_VALUES = 0.6;
    public static final double UNKNOWN = 0;
}
