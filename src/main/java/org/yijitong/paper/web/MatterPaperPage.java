package org.yijitong.paper.web;

import org.yijitong.paper.MatterPaper;

/**
 * A paper about one matter, to be read and printed.
 *
 * @param matter where the matter is
 * @param name what the matter is called
 */
public record MatterPaperPage(String matter, String name, MatterPaper paper) {
    /** Where it is had as .docx. */
    public String docx() {
        return matter + "/papers/" + paper.form().id() + "/paper.docx";
    }
}
