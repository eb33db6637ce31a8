package org.yijitong.paper.web;

import java.util.Map;
import org.yijitong.paper.MatterPaper;
import org.yijitong.shared.Invalid;

/**
 * A paper about one matter, to be read and printed.
 *
 * @param matter where the matter is
 * @param name what the matter is called
 * @param disclosing whether the reader may have the whole identity number in it, for a reason
 * @param because what was typed as the reason
 */
public record MatterPaperPage(
        String matter,
        String name,
        MatterPaper paper,
        boolean disclosing,
        String because,
        Map<String, Invalid.Fault> faults) {
    /** Where it is. */
    public String at() {
        return matter + "/papers/" + paper.form();
    }
}
