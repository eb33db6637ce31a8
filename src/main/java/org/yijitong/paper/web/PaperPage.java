package org.yijitong.paper.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.paper.Form;
import org.yijitong.paper.FormField;
import org.yijitong.paper.Ledger;
import org.yijitong.paper.PaperFiles;
import org.yijitong.shared.Page;
import org.yijitong.shared.UnitId;

/**
 * The ledgers of an organization in a year, one of them opened.
 *
 * @param forms all there are
 * @param columns of the one opened
 * @param thisYear the running one
 * @param mayChange whether the templates may be changed
 */
public record PaperPage(
        UnitId unit, Ledger ledger, List<Form> forms, List<FormField> columns, int thisYear, boolean mayChange) {
    /** Where the ledgers of the organization are. */
    public String at() {
        return "/units/" + unit + "/organizations/" + ledger.of() + "/papers";
    }

    /** Where a form is opened, for the same year. */
    public String of(Form form) {
        return at() + "/" + form.id() + "?year=" + ledger.year();
    }

    /** Where the same form is opened for another year. */
    public String of(int year) {
        return at() + "/" + ledger.form().id() + "?year=" + year;
    }

    /** Where it is had as .docx. */
    public String docx() {
        return file(PaperFiles.DOCX);
    }

    /** Where it is had as .xlsx. */
    public String xlsx() {
        return file(PaperFiles.XLSX);
    }

    private String file(String name) {
        return at() + "/" + ledger.form().id() + "/" + name + "?year=" + ledger.year();
    }

    /** How the cells of a column look: days stay on one line. */
    public static @Nullable String look(FormField field) {
        return field.word().equals("day") || field.word().equals("recorded") ? "num nw" : null;
    }

    /** What it is called. */
    public String title(Page page) {
        String form = page.t(ledger.form().nameKey());
        return ledger.form().ofYear()
                ? page.t("paper.title", ledger.name(), Integer.toString(ledger.year()), form)
                : page.t("paper.title.today", ledger.name(), form);
    }

    /** The message that says how many rows there are. */
    public String lead() {
        return switch (ledger.form().of()) {
            case RECORDS, MATTER -> ledger.more() ? "paper.lead.more" : "paper.lead";
            case MEMBERS -> ledger.more() ? "paper.lead.members.more" : "paper.lead.members";
            case MATTERS -> ledger.more() ? "paper.lead.matters.more" : "paper.lead.matters";
        };
    }

    /** The message that says that there are none. */
    public String empty() {
        return switch (ledger.form().of()) {
            case RECORDS, MATTER -> "paper.empty";
            case MEMBERS -> "paper.empty.members";
            case MATTERS -> "paper.empty.matters";
        };
    }

    /** The records of the organization. */
    public String records() {
        return "/units/" + unit + "/organizations/" + ledger.of() + "/records";
    }
}
