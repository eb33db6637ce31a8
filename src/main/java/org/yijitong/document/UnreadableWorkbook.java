package org.yijitong.document;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A file is refused as a workbook, for a reason that one sentence explains to the person who brought it. */
public final class UnreadableWorkbook extends RuntimeException {

    /** Why. Each has a sentence {@code document.unreadable.<name>}, arguments as noted. */
    public enum Reason {
        EMPTY,
        /** {0} size limit in MB. */
        FILE_TOO_LARGE,
        /** Encrypted; there is nothing to read without the password. */
        PASSWORD,
        /** Cut short or damaged. */
        DAMAGED,
        IS_IMAGE,
        IS_PDF,
        IS_OFD,
        IS_WORD,
        IS_SLIDES,
        IS_ARCHIVE,
        IS_PROGRAM,
        /** Content that fits nothing we can name. */
        IS_UNKNOWN,
        /** OpenDocument spreadsheet. */
        UNSUPPORTED_ODS,
        /** Binary workbook .xlsb. */
        UNSUPPORTED_XLSB,
        /** Excel 95 or older. */
        UNSUPPORTED_OLD_XLS,
        /** XML Spreadsheet 2003. */
        UNSUPPORTED_XML,
        /** Web archive .mht. */
        UNSUPPORTED_MHT,
        /** An HTML page without any table. */
        NO_TABLE,
        /** Unpacks to far more than it should. */
        EXPANDS,
        /** Declares a document type, as no spreadsheet program does. */
        DOCUMENT_TYPE,
        /** {0} limit. */
        TOO_MANY_PARTS,
        /** {0} limit. */
        TOO_MANY_SHEETS,
        /** {0} limit. */
        TOO_MANY_ROWS,
        /** {0} sheet name, {1} row, {2} limit. */
        TOO_MANY_COLUMNS,
        /** {0} limit. */
        TOO_MANY_CELLS,
        /** {0} row, {1} limit of characters. */
        CELL_TOO_LONG,
        /** {0} line on which a quotation mark was opened and never closed. */
        QUOTE_NOT_CLOSED
    }

    private final Reason reason;
    private final transient List<Object> args;

    public UnreadableWorkbook(Reason reason, Object... args) {
        super(reason.name());
        this.reason = reason;
        this.args = List.of(args);
    }

    /** A refusal found by a parser's failure, kept as the cause for the server's log. */
    public UnreadableWorkbook(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
        this.args = List.of();
    }

    public Reason reason() {
        return reason;
    }

    /** Key of the sentence in the bundle {@code messages/document}. */
    public String messageKey() {
        return "document.unreadable." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentence's arguments, in order. */
    public List<Object> args() {
        return Objects.requireNonNullElse(args, List.of());
    }
}
