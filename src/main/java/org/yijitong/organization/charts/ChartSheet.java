package org.yijitong.organization.charts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.yijitong.document.WorkbookWriter;
import org.yijitong.document.WorkbookWriter.Column;

/**
 * Writes organizations under the headings by which the import knows its columns. Ask for the words of zh-Hans, in which
 * the import reads.
 */
public final class ChartSheet {
    private ChartSheet() {}

    /** An .xlsx, or else a CSV. */
    public static byte[] file(List<ChartEntry> entries, Function<String, String> words, boolean xlsx) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter writer = xlsx ? WorkbookWriter.xlsx(out) : WorkbookWriter.csv(out)) {
            write(entries, words, writer);
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook can be written into memory", e);
        }
        return out.toByteArray();
    }

    private static void write(List<ChartEntry> entries, Function<String, String> words, WorkbookWriter writer)
            throws IOException {
        writer.sheet(
                words.apply("charts.sheet.name"),
                List.of(
                        Column.digits(words.apply("charts.field.CODE"), 18),
                        Column.of(words.apply("charts.field.NAME"), 40),
                        Column.of(words.apply("charts.field.SHORT_NAME"), 20),
                        Column.of(words.apply("charts.field.KIND"), 18),
                        Column.of(words.apply("charts.field.SUPERIOR"), 40),
                        Column.of(words.apply("charts.field.FOUNDED_ON"), 12),
                        Column.of(words.apply("charts.field.APPROVAL_NUMBER"), 24),
                        Column.of(words.apply("charts.field.POSITION"), 8)));
        for (ChartEntry each : entries) {
            writer.row(Arrays.asList(
                    each.code(),
                    each.name(),
                    each.shortName(),
                    words.apply("organization.kind." + each.kind()),
                    each.superior(),
                    each.foundedOn(),
                    each.approvalNumber(),
                    each.position()));
        }
    }
}
