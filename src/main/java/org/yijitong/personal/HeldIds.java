package org.yijitong.personal;

import java.util.Set;
import java.util.UUID;
import org.yijitong.shared.Ids;
import tools.jackson.databind.JsonNode;

/** The ids that stand in a row, where the register says that ids stand: nobody is told the name behind one they wrote. */
final class HeldIds {
    private HeldIds() {}

    static void collect(PersonalTable table, JsonNode row, Set<UUID> ids) {
        row.properties().stream()
                .filter(each -> table.refers(each.getKey()))
                .forEach(each -> collect(each.getValue(), ids));
    }

    private static void collect(JsonNode value, Set<UUID> ids) {
        if (value.isArray()) {
            value.forEach(each -> collect(each, ids));
        } else if (value.isString()) {
            Ids.read(value.stringValue()).ifPresent(ids::add);
        }
    }
}
