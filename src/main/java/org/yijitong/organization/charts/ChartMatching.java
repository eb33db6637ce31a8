package org.yijitong.organization.charts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Tree;
import org.yijitong.organization.roster.ChartField;
import org.yijitong.shared.Uuid7;

/**
 * Says of each row which organization it means: that of its code; without one, or with a code nobody has, that of its
 * full name, under the superior written; what bears the name elsewhere when its founding speaks for it. A new one otherwise.
 */
final class ChartMatching {
    private final KnownTrees known;
    private final Uuid7 ids;
    private final Map<ChartRow, OrganizationId> meant = new LinkedHashMap<>();
    private final Map<OrganizationId, ChartRow> claimed = new HashMap<>();
    private final Map<String, ChartRow> newCodes = new HashMap<>();

    ChartMatching(KnownTrees known, Uuid7 ids) {
        this.known = known;
        this.ids = ids;
    }

    /** Row to organization, in the order of the file; rows that mean nothing sure are left out and at fault. */
    Map<ChartRow, OrganizationId> match(List<ChartRow> rows) {
        rows.forEach(this::byCode);
        rows.stream().filter(this::open).forEach(this::besideItsSiblings);
        rows.stream().filter(this::open).forEach(this::elsewhere);
        Map<ChartRow, OrganizationId> ordered = new LinkedHashMap<>();
        for (ChartRow row : rows) {
            OrganizationId id = meant.get(row);
            if (id != null) {
                ordered.put(row, id);
            }
        }
        return ordered;
    }

    /** What is wrong with what tells a row makes it mean nothing sure. */
    private boolean open(ChartRow row) {
        return !meant.containsKey(row)
                && row.faults().stream()
                        .noneMatch(fault -> fault.field() == ChartField.CODE || fault.field() == ChartField.NAME);
    }

    private void byCode(ChartRow row) {
        if (row.code() == null) {
            return;
        }
        Optional<OrganizationId> held = known.coded(row.code());
        if (held.isPresent() && !known.present().containsKey(held.get())) {
            row.fault(ChartField.CODE, "notThere", row.code());
        } else if (held.isPresent()) {
            claim(row, held.get(), ChartField.CODE);
        } else {
            ChartRow other = newCodes.putIfAbsent(row.code(), row);
            if (other != null) {
                row.fault(ChartField.CODE, "twice", other);
            }
        }
    }

    /** By name, where the superior written is its superior, or none is written. */
    private void besideItsSiblings(ChartRow row) {
        if (row.name() == null) {
            return;
        }
        List<OrganizationId> fitting = candidates(row).stream()
                .filter(id -> row.superior() == null || known.means(ChartText.key(row.superior()), superior(id)))
                .toList();
        if (fitting.size() == 1) {
            claim(row, fitting.getFirst(), ChartField.NAME);
        } else if (fitting.size() > 1) {
            row.fault(ChartField.NAME, "severalNames", row.name(), Integer.toString(fitting.size()));
        }
    }

    private void elsewhere(ChartRow row) {
        List<OrganizationId> free = row.name() == null
                ? List.of()
                : candidates(row).stream()
                        .filter(id -> !claimed.containsKey(id) && mayHaveMoved(row, id))
                        .toList();
        if (free.size() == 1) {
            claim(row, free.getFirst(), ChartField.NAME);
        } else if (free.size() > 1) {
            row.fault(ChartField.NAME, "severalNames", String.valueOf(row.name()), Integer.toString(free.size()));
        } else {
            meant.put(row, new OrganizationId(ids.next()));
        }
    }

    /** Founded on another day it is another one; a code of its own needs the day to say that it is the same. */
    private boolean mayHaveMoved(ChartRow row, OrganizationId id) {
        boolean agrees = !row.foundedOn()
                .differs(known.standing(id).life().segments().getFirst().from());
        return agrees && (row.code() == null || row.foundedOn().said());
    }

    private List<OrganizationId> candidates(ChartRow row) {
        String key = ChartText.key(String.valueOf(row.name()));
        Tree tree = row.kind() == null ? null : row.kind().tree();
        List<OrganizationId> named = fitting(row, known.named(key), tree);
        return named.isEmpty() ? fitting(row, known.shortNamed(key), tree) : named;
    }

    private List<OrganizationId> fitting(ChartRow row, List<OrganizationId> some, @Nullable Tree tree) {
        return some.stream()
                .filter(id -> known.isOf(id, tree))
                .filter(id -> row.code() == null || known.standing(id).code() == null)
                .toList();
    }

    private @Nullable OrganizationId superior(OrganizationId id) {
        var state = known.present().get(id);
        return state == null ? null : state.superior();
    }

    private void claim(ChartRow row, OrganizationId id, ChartField by) {
        ChartRow other = claimed.putIfAbsent(id, row);
        if (other == null) {
            meant.put(row, id);
        } else {
            row.fault(by, "twice", other);
        }
    }
}
