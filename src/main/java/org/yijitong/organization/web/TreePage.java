package org.yijitong.organization.web;

import java.util.List;
import org.yijitong.organization.Tree;
import org.yijitong.shared.Link;

/**
 * The tree of a unit.
 *
 * @param base the address of the tree
 * @param warned whether only those with something to mind are shown
 * @param all how many organizations there are
 * @param troubled how many organizations have something to mind
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
        int troubled) {}
