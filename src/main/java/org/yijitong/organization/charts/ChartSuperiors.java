package org.yijitong.organization.charts;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Tree;
import org.yijitong.organization.roster.ChartField;
import org.yijitong.shared.Cut;

/** Finds the superior a row names, in the file, whether above or below the row, or among what is there. */
final class ChartSuperiors {
    private final KnownTrees known;
    private final Map<ChartRow, OrganizationId> meant;
    private final Map<OrganizationId, ChartRow> rows = new HashMap<>();
    private final Map<String, Set<OrganizationId>> called = new HashMap<>();
    private final Map<String, Set<OrganizationId>> coded = new HashMap<>();

    ChartSuperiors(KnownTrees known, Map<ChartRow, OrganizationId> meant) {
        this.known = known;
        this.meant = meant;
        known.present().forEach((id, state) -> add(id, known.standing(id).code(), state.name(), state.shortName()));
        meant.forEach((row, id) -> {
            rows.put(id, row);
            add(id, row.code(), row.name(), row.shortName());
        });
    }

    private void add(OrganizationId id, @Nullable String code, @Nullable String name, @Nullable String shortName) {
        if (code != null) {
            coded.computeIfAbsent(code, _ -> new LinkedHashSet<>()).add(id);
        }
        for (String each : java.util.Arrays.asList(name, shortName)) {
            if (each != null) {
                called.computeIfAbsent(ChartText.key(each), _ -> new LinkedHashSet<>())
                        .add(id);
            }
        }
    }

    /** Whether a text names anything in the file or in the trees. */
    boolean knows(String text) {
        String key = ChartText.key(text);
        return coded.containsKey(key) || called.containsKey(key);
    }

    /** The superior a row names; null, with a fault on the row, when it names none that can be told. */
    @Nullable
    OrganizationId of(ChartRow row) {
        if (row.superior() == null) {
            return null;
        }
        String key = ChartText.key(row.superior());
        OrganizationId self = meant.get(row);
        OrganizationState held = self == null ? null : known.present().get(self);
        if (held != null && known.means(key, held.superior())) {
            return held.superior();
        }
        Set<OrganizationId> found = new LinkedHashSet<>(coded.getOrDefault(key, Set.of()));
        if (found.isEmpty()) {
            found.addAll(called.getOrDefault(key, Set.of()));
        }
        if (found.isEmpty()) {
            found.addAll(byPath(key));
        }
        return chosen(row, self, inTree(row, self, found));
    }

    private @Nullable OrganizationId chosen(ChartRow row, @Nullable OrganizationId self, List<OrganizationId> found) {
        if (found.size() == 1 && found.getFirst().equals(self)) {
            row.fault(ChartField.SUPERIOR, "ownSuperior");
            return null;
        }
        List<OrganizationId> others =
                found.stream().filter(id -> !id.equals(self)).toList();
        if (others.isEmpty()) {
            row.fault(ChartField.SUPERIOR, "unknownSuperior", shown(row));
            return null;
        }
        if (others.size() > 1) {
            row.fault(ChartField.SUPERIOR, "severalSuperiors", shown(row), Integer.toString(others.size()));
            return null;
        }
        return others.getFirst();
    }

    /** What bears the same name in the other tree is meant only when nothing of the row's own tree bears it. */
    private List<OrganizationId> inTree(ChartRow row, @Nullable OrganizationId self, Set<OrganizationId> found) {
        Tree tree = tree(row, self);
        List<OrganizationId> own = found.stream()
                .filter(id -> tree == null || tree == treeOf(id) || isTop(id))
                .toList();
        return own.isEmpty() ? List.copyOf(found) : own;
    }

    private @Nullable Tree tree(ChartRow row, @Nullable OrganizationId self) {
        OrganizationState held = self == null ? null : known.present().get(self);
        return held != null
                ? held.kind().tree()
                : row.kind() == null ? null : row.kind().tree();
    }

    private @Nullable Tree treeOf(OrganizationId id) {
        OrganizationState held = known.present().get(id);
        ChartRow row = rows.get(id);
        return held != null
                ? held.kind().tree()
                : row == null || row.kind() == null ? null : row.kind().tree();
    }

    private boolean isTop(OrganizationId id) {
        OrganizationState held = known.present().get(id);
        return held != null && held.superior() == null;
    }

    private List<OrganizationId> byPath(String key) {
        int step = key.lastIndexOf('/');
        if (step <= 0) {
            return List.of();
        }
        String above = key.substring(0, step);
        return called.getOrDefault(key.substring(step + 1), Set.of()).stream()
                .filter(id -> under(id, above))
                .toList();
    }

    private boolean under(OrganizationId id, String above) {
        ChartRow row = rows.get(id);
        if (row != null && row.superior() != null) {
            String written = ChartText.key(row.superior());
            return written.equals(above) || above.endsWith("/" + written) || written.endsWith("/" + above);
        }
        OrganizationState held = known.present().get(id);
        return held != null && known.means(above, held.superior());
    }

    private static String shown(ChartRow row) {
        return Cut.at(40, String.valueOf(row.superior()));
    }
}
