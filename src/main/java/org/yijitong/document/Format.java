package org.yijitong.document;

import java.util.Locale;

/** What a workbook is, judged by its content. */
public enum Format {
    /** Office Open XML (ECMA-376), with or without macros; macros are never run. */
    XLSX("xlsx|xlsm|xltx|xltm"),
    /** Excel 97 to 2003 (BIFF8), also WPS .et. */
    XLS("xls|et|xlt"),
    /** Text with commas, tabs or semicolons (RFC 4180, generously). */
    CSV("csv|txt|tsv"),
    /** An HTML page with a table, as many systems "export to Excel". */
    HTML("html|htm");

    /** File name endings, as a regular expression. */
    private final String endings;

    Format(String endings) {
        this.endings = endings;
    }

    /** Whether a file name's ending fits this content; a misfit is worth telling the person, nothing more. */
    public boolean fits(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot >= 0
                && fileName.substring(dot + 1).strip().toLowerCase(Locale.ROOT).matches(endings);
    }
}
