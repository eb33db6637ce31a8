package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.List;
import org.yijitong.organization.RosterEntry;
import org.yijitong.shared.Page;

/**
 * A roster for paper.
 *
 * @param where whose roster it is, as in the header
 * @param more whether there are more people than fit
 */
public record RosterPaper(
        PeopleAddress at, RosterQuery query, String where, LocalDate day, List<RosterEntry> entries, boolean more) {

    /** Kind and states of one. */
    public String state(Page page, RosterEntry entry) {
        return RosterLine.state(page, entry.kind(), entry.states());
    }

    /** The posts of one. */
    public String posts(Page page, RosterEntry entry) {
        return RosterLine.posts(page, entry.posts());
    }
}
