package org.yijitong.organization.web;

import java.util.List;
import java.util.Map;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.shared.Page;

/**
 * A page of the roster.
 *
 * @param found how many the filter finds, counted up to {@link #MOST}
 * @param ending members whose probation has ended or soon will, counted up to {@link #MANY}
 * @param next where the next page begins; empty at the end
 * @param branches id to name, to choose from
 */
public record RosterPage(
        PeopleAddress at,
        RosterQuery query,
        List<RosterLine> lines,
        int found,
        int ending,
        String next,
        Map<String, String> branches,
        PeopleRights.May may) {
    /** Counting stops here. */
    public static final int MOST = 1000;

    /** So many decisions are many. */
    static final int MANY = 100;

    /** The finding at the top of the page. */
    public String title(Page page) {
        String people = found < MOST ? page.t("people.count", found) : page.t("people.count.more", MOST);
        if (found == 0) {
            return page.t(query.isEverything() ? "people.roster.nobody" : "people.roster.none");
        }
        if (!query.isEverything()) {
            return page.t("people.roster.found", people);
        }
        if (ending == 0) {
            return page.t("people.roster.everyone", people);
        }
        return ending < MANY ? page.t("people.roster.ending", ending) : page.t("people.roster.ending.many", MANY);
    }

    /** What is shown of it, below the list. */
    public String summary(Page page) {
        boolean whole = next.isEmpty() && query.after() != null && query.after().isEmpty();
        String people = found < MOST ? page.t("people.count", found) : page.t("people.count.more", MOST);
        return whole ? page.t("people.shown.all", people) : page.t("people.shown.some", lines.size(), people);
    }

    /** Kinds to choose from, in words. */
    public Map<String, String> kinds(Page page) {
        return PersonChoices.of(page, "people.kind.", List.of(MemberKind.values()));
    }

    /** States to choose from, in words. */
    public Map<String, String> states(Page page) {
        return PersonChoices.of(page, "people.state.", List.of(MemberState.values()));
    }
}
