package org.yijitong.organization.charts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.yijitong.document.Format;
import org.yijitong.document.Mark;
import org.yijitong.document.MarkedWorkbook;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.shared.Scope;

/** Gives the brought workbook back with what is wrong written on the cells. */
@Component
public class ChartMarks {
    private static final int MOST = 5_000;

    private final ChartImports charts;

    public ChartMarks(ChartImports charts) {
        this.charts = charts;
    }

    /**
     * The workbook with up to 5,000 rows marked.
     *
     * @param words gives the sentence of a message key with its arguments
     * @return what kind of file was written
     */
    public Format write(
            Scope scope, ChartId id, BiFunction<String, Object[], String> words, ByteArrayOutputStream out) {
        List<Mark> marks = charts.look(scope, id).lines(Verdict.REFUSED, 0, MOST).stream()
                .flatMap(line -> line.faults().stream()
                        .map(fault -> new Mark(
                                line.sheet(),
                                line.rowNumber(),
                                Math.max(0, fault.column()),
                                words.apply(fault.key(), fault.arguments().toArray()))))
                .toList();
        try {
            return MarkedWorkbook.write(charts.file(scope, id), marks, ChartReader.limits(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook in memory can be written", e);
        }
    }
}
