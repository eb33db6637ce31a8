package org.yijitong.document.reading;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.Cell;
import org.yijitong.document.Cell.Kind;

/** A number format of a workbook, and how it turns a stored number into what a person sees. */
final class NumberFormat {

    /** Dates are given as precise as they are shown: a person who sees 1984年7月 knows no day. */
    private enum Shows {
        NUMBER,
        YEAR,
        MONTH,
        DAY,
        TIME
    }

    /** Built-in formats whose meaning depends on the language, as Chinese Excel and WPS use them (ECMA-376 18.8.30). */
    private static final Map<Integer, String> CHINESE = Map.ofEntries(
            Map.entry(27, "yyyy\"年\"m\"月\""),
            Map.entry(28, "m\"月\"d\"日\""),
            Map.entry(29, "m\"月\"d\"日\""),
            Map.entry(30, "m-d-yy"),
            Map.entry(31, "yyyy\"年\"m\"月\"d\"日\""),
            Map.entry(36, "yyyy\"年\"m\"月\""),
            Map.entry(50, "yyyy\"年\"m\"月\""),
            Map.entry(51, "m\"月\"d\"日\""),
            Map.entry(52, "yyyy\"年\"m\"月\""),
            Map.entry(53, "m\"月\"d\"日\""),
            Map.entry(54, "m\"月\"d\"日\""),
            Map.entry(57, "yyyy\"年\"m\"月\""),
            Map.entry(58, "m\"月\"d\"日\""));

    private static final String GENERAL_PATTERN = "General";

    static final NumberFormat GENERAL = new NumberFormat(0, GENERAL_PATTERN);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final double SCIENTIFIC_FROM = 1e15;
    /** The last day a spreadsheet can show: 9999-12-31. */
    private static final double LAST_DAY = 2_958_466;

    private final DataFormatter formatter = new DataFormatter(Locale.US);
    private final int index;
    private final String pattern;
    private final Shows shows;

    private NumberFormat(int index, String pattern) {
        this.index = index;
        this.pattern = pattern;
        this.shows = shows(index, pattern);
    }

    /** A format by its number and, unless built in, its pattern. */
    static NumberFormat of(int index, @Nullable String pattern) {
        String known = pattern != null ? pattern : CHINESE.getOrDefault(index, builtin(index));
        return known.equals(GENERAL_PATTERN) || known.equals("@") ? GENERAL : new NumberFormat(index, known);
    }

    private static String builtin(int index) {
        String known = BuiltinFormats.getBuiltinFormat(index);
        return known == null ? GENERAL_PATTERN : known;
    }

    private static Shows shows(int index, String pattern) {
        if (!CHINESE.containsKey(index) && !DateUtil.isADateFormat(index, pattern)) {
            return Shows.NUMBER;
        }
        String letters =
                pattern.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        boolean time = letters.contains("h") || letters.contains("s");
        if (letters.contains("d")) {
            return time ? Shows.TIME : Shows.DAY;
        }
        if (letters.contains("y") || letters.contains("e")) {
            return letters.contains("m") ? Shows.MONTH : Shows.YEAR;
        }
        return Shows.NUMBER;
    }

    /** The cell for a stored number, given as the workbook writes it. */
    Cell cell(String stored, boolean from1904) {
        double value = Double.parseDouble(stored);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return new Cell(Kind.ERROR, stored, null, false);
        }
        String raw = Numbers.plain(stored);
        if (shows != Shows.NUMBER && value >= 1 && value < LAST_DAY) {
            return new Cell(Kind.DATE, iso(value, from1904), raw, false);
        }
        return new Cell(Kind.NUMBER, displayed(value, raw), raw, false);
    }

    private String iso(double value, boolean from1904) {
        LocalDateTime time = DateUtil.getLocalDateTime(value, from1904, true);
        return switch (shows) {
            case YEAR -> String.valueOf(time.getYear());
            case MONTH -> time.toLocalDate().toString().substring(0, 7);
            case TIME -> time.format(MINUTE);
            default -> time.toLocalDate().toString();
        };
    }

    private String displayed(double value, String raw) {
        boolean whole = value == Math.rint(value);
        boolean general = pattern.equals(GENERAL_PATTERN);
        if (general && whole && Math.abs(value) < SCIENTIFIC_FROM) {
            return raw;
        }
        String text = formatter.formatRawCellContents(value, index, pattern);
        boolean scientific = text.indexOf('E') > 0;
        return scientific && Math.abs(value) < SCIENTIFIC_FROM && general ? raw : text.strip();
    }
}
