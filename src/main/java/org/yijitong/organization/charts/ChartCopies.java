package org.yijitong.organization.charts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Tree;
import org.yijitong.organization.charts.ChartCopyStore.Line;
import org.yijitong.shared.Scope;

/** Takes trees out of the system, noted in the log, so that what went out comes in again without a difference. */
@Component
@Transactional
public class ChartCopies {
    private final ChartCopyStore store;
    private final Audit audit;

    public ChartCopies(ChartCopyStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /**
     * One tree as it was on a day, superiors before those below them, branch by branch as the page shows it.
     *
     * @param wanted which organizations to take
     */
    public List<ChartEntry> take(Scope scope, Tree tree, AsOf asOf, Predicate<OrganizationId> wanted) {
        List<Line> lines = store.tree(scope, tree, asOf);
        Map<OrganizationId, Line> byId = new LinkedHashMap<>();
        lines.forEach(line -> byId.put(line.organizationId(), line));
        Map<String, Integer> names = new HashMap<>();
        lines.forEach(line -> names.merge(ChartText.key(line.name()), 1, Integer::sum));
        List<ChartEntry> entries = branchByBranch(byId).stream()
                .filter(line -> wanted.test(line.organizationId()))
                .map(line -> entry(line, byId, names))
                .toList();
        audit.record(
                scope,
                "organizations.exported",
                "unit",
                scope.unit().value(),
                Map.of("organizations", entries.size(), "tree", tree.name(), "on", asOf.on()));
        return entries;
    }

    private static List<Line> branchByBranch(Map<OrganizationId, Line> byId) {
        Map<OrganizationId, List<Line>> below = new HashMap<>();
        List<Line> tops = new ArrayList<>();
        byId.values().forEach(line -> {
            boolean top = line.superiorId() == null || !byId.containsKey(line.superiorId());
            (top ? tops : below.computeIfAbsent(line.superiorId(), _ -> new ArrayList<>())).add(line);
        });
        List<Line> ordered = new ArrayList<>();
        tops.forEach(top -> add(top, below, ordered));
        return ordered;
    }

    private static void add(Line line, Map<OrganizationId, List<Line>> below, List<Line> ordered) {
        ordered.add(line);
        below.getOrDefault(line.organizationId(), List.of()).forEach(each -> add(each, below, ordered));
    }

    private static ChartEntry entry(Line line, Map<OrganizationId, Line> byId, Map<String, Integer> names) {
        return new ChartEntry(
                line.organizationId(),
                line.code(),
                line.name(),
                line.shortName(),
                line.kind(),
                superior(line, byId, names),
                line.foundedOn(),
                line.approvalNumber(),
                line.position());
    }

    private static @Nullable String superior(Line line, Map<OrganizationId, Line> byId, Map<String, Integer> names) {
        if (line.superiorCode() != null || line.superiorName() == null) {
            return line.superiorCode();
        }
        boolean alone = names.getOrDefault(ChartText.key(line.superiorName()), 0) <= 1;
        return alone ? line.superiorName() : path(byId.get(line.superiorId()), byId);
    }

    /** The names from the top down, for one whose own name others bear too. */
    private static @Nullable String path(@Nullable Line line, Map<OrganizationId, Line> byId) {
        if (line == null) {
            return null;
        }
        String above = path(line.superiorId() == null ? null : byId.get(line.superiorId()), byId);
        return above == null ? line.name() : above + "/" + line.name();
    }
}
