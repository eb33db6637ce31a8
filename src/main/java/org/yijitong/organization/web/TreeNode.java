package org.yijitong.organization.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Profiles.Line;

/**
 * One organization in a tree with those below it.
 *
 * @param open whether those below it are shown at once
 */
public record TreeNode(Line line, List<TreeNode> below, boolean open) {

    /** Trees from lines in which superiors come first. Those whose superior is not among them stand at the top. */
    static List<TreeNode> of(List<Line> lines, int openDepth) {
        Map<OrganizationId, List<TreeNode>> children = new HashMap<>();
        List<TreeNode> tops = new ArrayList<>();
        Map<OrganizationId, TreeNode> nodes = new HashMap<>();
        for (Line line : lines) {
            List<TreeNode> below = children.computeIfAbsent(line.row().organizationId(), _ -> new ArrayList<>());
            OrganizationId superior = line.row().superiorId();
            TreeNode node = new TreeNode(line, below, line.row().depth() < openDepth);
            nodes.put(line.row().organizationId(), node);
            boolean top = superior == null || !nodes.containsKey(superior);
            (top ? tops : children.computeIfAbsent(superior, _ -> new ArrayList<>())).add(node);
        }
        return tops;
    }

    /** The tree with only those that match and the way to them, all shown; nothing when none matches. */
    Optional<TreeNode> only(Predicate<Line> wanted) {
        List<TreeNode> kept = below.stream()
                .map(node -> node.only(wanted))
                .flatMap(Optional::stream)
                .toList();
        return kept.isEmpty() && !wanted.test(line) ? Optional.empty() : Optional.of(new TreeNode(line, kept, true));
    }

    /** It and all below it. */
    Stream<OrganizationId> ids() {
        return Stream.concat(
                Stream.of(line.row().organizationId()), below.stream().flatMap(TreeNode::ids));
    }
}
