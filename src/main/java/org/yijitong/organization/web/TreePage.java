package org.yijitong.organization.web;

import java.util.List;
import org.yijitong.organization.DayView;
import org.yijitong.organization.Tree;
import org.yijitong.shared.Link;

/**
 * The tree of a unit.
 *
 * @param base the address of the tree
 * @param warned whether only those with something to mind are shown
 * @param all how many organizations there are
 * @param troubled how many organizations have something to mind
 * @param mayChange whether organizations may be brought from a workbook
 * @param mayTake whether the tree may be taken out
 */
public record TreePage(
        String base,
        Tree tree,
        DayView day,
        List<Link> way,
        String title,
        String lead,
        List<TreeNode> tops,
        boolean warned,
        int all,
        int troubled,
        boolean mayChange,
        boolean mayTake) {

    /** Where the tree as it is shown can be taken out. */
    public String export() {
        return base + "/export" + query(tree, warned, day);
    }

    /** Where organizations come in. */
    public String charts() {
        return base.replace("/organizations", "/charts");
    }

    /** Which tree, of which day, and how much of it; begins with a question mark unless empty. */
    static String query(Tree tree, boolean warned, DayView day) {
        String query = (tree == Tree.ADMINISTRATIVE ? "&tree=administrative" : "")
                + (warned ? "&show=warned" : "")
                + day.more();
        return query.replaceFirst("&", "?");
    }
}
