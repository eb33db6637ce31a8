package org.yijitong.operation.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yijitong.operation.bundle.ArrivalStore.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a unit comes to stand: below its superior, if all units it was ever below are here and its superior has the same
 * units above it as there; otherwise by itself, at the top.
 */
final class Placement {
    private static final String VERSIONS = "organization.unit_versions";
    private static final String PATHS = "organization.unit_paths";

    private final UUID unit;
    private final boolean top;

    private Placement(UUID unit, boolean top) {
        this.unit = unit;
        this.top = top;
    }

    static Placement of(BundleFile bundle, ArrivalStore store) throws IOException {
        UUID unit = bundle.manifest().unit().unitId();
        Set<UUID> named = new HashSet<>();
        Map<UUID, Integer> above = new HashMap<>();
        UUID superior = null;
        for (ObjectNode version : rows(bundle, VERSIONS)) {
            JsonNode id = version.path("superior_id");
            if (id.isString()) {
                named.add(UUID.fromString(id.stringValue()));
                superior = isOpen(version) ? UUID.fromString(id.stringValue()) : superior;
            }
        }
        for (ObjectNode path : rows(bundle, PATHS)) {
            UUID ancestor = UUID.fromString(path.path("ancestor_id").stringValue());
            if (!ancestor.equals(unit)) {
                named.add(ancestor);
                if (isOpen(path)) {
                    above.put(ancestor, path.path("depth").intValue());
                }
            }
        }
        boolean known = store.here(named).size() == named.size();
        Map<UUID, Integer> here = new HashMap<>();
        if (known && superior != null) {
            store.chain(superior).forEach((Step step) -> here.put(step.ancestorId(), step.depth() + 1));
        }
        return new Placement(unit, !known || !here.equals(above));
    }

    /** Whether it stood below another unit and does not any more. */
    boolean top() {
        return top;
    }

    private static boolean isOpen(ObjectNode row) {
        return row.path("recorded_to").asString("").equals("infinity")
                && row.path("valid_to").asString("").equals("infinity");
    }

    private static List<ObjectNode> rows(BundleFile bundle, String table) throws IOException {
        List<ObjectNode> rows = new ArrayList<>();
        try (BundleLines lines = bundle.lines(table)) {
            for (List<String> some = lines.next(); !some.isEmpty(); some = lines.next()) {
                some.forEach(line -> rows.add(Json.row(line)));
            }
        }
        return rows;
    }

    /** The rows of a table as they come to stand here. */
    List<String> rows(String table, List<String> lines) {
        if (!top || !(table.equals(VERSIONS) || table.equals(PATHS))) {
            return lines;
        }
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            ObjectNode row = Json.row(line);
            if (table.equals(VERSIONS)) {
                row.putNull("superior_id");
            }
            if (table.equals(VERSIONS) || row.path("ancestor_id").asString("").equals(unit.toString())) {
                kept.add(Json.MAPPER.writeValueAsString(row));
            }
        }
        return kept;
    }
}
