package org.yijitong.organization.web;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.organization.DayView;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.Profiles;
import org.yijitong.organization.Profiles.Line;
import org.yijitong.organization.Tree;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** The trees of a unit, as of any day. */
@Controller
class TreeController {
    private static final int OPEN = 2;

    private final Profiles profiles;
    private final Addresses addresses;
    private final Days days;
    private final Templates html;

    TreeController(Profiles profiles, Addresses addresses, Days days, Templates html) {
        this.profiles = profiles;
        this.addresses = addresses;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/units/{unit}/organizations")
    Html tree(
            Page page,
            Scope scope,
            @PathVariable String unit,
            @RequestParam @Nullable String tree,
            @RequestParam @Nullable String show,
            @RequestParam @Nullable String on,
            @RequestParam @Nullable String as) {
        DayView day = DayView.of(on, as, days.today());
        Tree which = "administrative".equals(tree) ? Tree.ADMINISTRATIVE : Tree.PARTY;
        List<Line> lines = profiles.tree(scope, which, day.asOf());
        boolean warned = "warned".equals(show);
        List<TreeNode> tops = TreeNode.of(lines, OPEN);
        int troubled = (int) lines.stream().filter(TreeController::troubled).count();
        JteModel model = html.organizationTree(
                page,
                new TreePage(
                        "/units/" + unit + "/organizations",
                        which,
                        day,
                        List.of(),
                        title(page, which, lines),
                        lead(page, which, tops),
                        warned ? onlyTroubled(tops) : tops,
                        warned,
                        lines.size(),
                        troubled,
                        addresses.mayChange(page, scope, day),
                        addresses.mayTake(page, scope)));
        return new Html(model);
    }

    private static boolean troubled(Line line) {
        return !line.warnings().isEmpty();
    }

    /** Only those with something to mind, and the way to them. */
    static List<TreeNode> onlyTroubled(List<TreeNode> tops) {
        return tops.stream()
                .map(top -> top.only(TreeController::troubled))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String title(Page page, Tree tree, List<Line> lines) {
        if (lines.isEmpty()) {
            return page.t("organization.tree.title.empty");
        }
        if (tree == Tree.ADMINISTRATIVE) {
            return page.t("organization.tree.title.administrative", lines.size());
        }
        long branches =
                lines.stream().filter(line -> line.row().kind().holdsMembers()).count();
        long troubled = lines.stream()
                .filter(line -> line.row().kind().holdsMembers() && troubled(line))
                .count();
        return troubled == 0
                ? page.t("organization.tree.title.fine", branches)
                : page.t("organization.tree.title.warned", branches, troubled);
    }

    private static String lead(Page page, Tree tree, List<TreeNode> tops) {
        List<String> parts = new ArrayList<>();
        int people = tops.stream()
                .mapToInt(top -> tree == Tree.PARTY
                        ? top.line().census().members()
                        : top.line().census().total())
                .sum();
        parts.add(page.t(tree == Tree.PARTY ? "organization.tree.members" : "organization.tree.people", people));
        Map<OrganizationKind, Integer> kinds = new EnumMap<>(OrganizationKind.class);
        tops.forEach(top -> count(top, kinds));
        kinds.forEach((kind, number) ->
                parts.add(page.t("organization.tree.kind", page.t("organization.kind." + kind), number)));
        return parts.stream().collect(Collectors.joining(page.t("organization.dot")));
    }

    private static void count(TreeNode node, Map<OrganizationKind, Integer> kinds) {
        kinds.merge(node.line().row().kind(), 1, Integer::sum);
        node.below().forEach(child -> count(child, kinds));
    }
}
