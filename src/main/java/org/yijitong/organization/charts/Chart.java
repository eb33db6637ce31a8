package org.yijitong.organization.charts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yijitong.organization.TreePlan;
import org.yijitong.organization.imports.Verdict;

/**
 * A workbook of organizations compared with the trees as they are.
 *
 * @param used headings that are understood
 * @param unused headings that are not, whose columns are not looked at
 * @param skipped titles, totals and notes that were passed over
 * @param unlisted how many organizations are there and not in the file; they are left as they are
 * @param plan what would be done; of no use while a row is refused
 * @param fingerprint the same while the outcome is the same
 */
public record Chart(
        List<ChartLine> lines,
        List<String> used,
        List<String> unused,
        int sheets,
        int skipped,
        int unlisted,
        TreePlan plan,
        String fingerprint) {

    /** How many rows there are of each verdict. */
    public Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        lines.forEach(line -> counts.merge(line.verdict(), 1, Integer::sum));
        return counts;
    }

    /** The next rows of a verdict, in the order of the file. */
    public List<ChartLine> lines(Verdict verdict, int after, int limit) {
        return lines.stream()
                .filter(line -> line.verdict() == verdict && line.line() > after)
                .limit(limit)
                .toList();
    }
}
