package org.yijitong.personal;

import java.util.Set;
import java.util.UUID;
import org.yijitong.shared.Ids;
import tools.jackson.databind.JsonNode;

/** The ids that stand in the values of a row. */
final class HeldIds {
    private HeldIds() {}

    static void collect(JsonNode value, Set<UUID> ids) {
        if (value.isArray()) {
            value.forEach(each -> collect(each, ids));
        } else if (value.isString()) {
            Ids.read(value.stringValue()).ifPresent(ids::add);
        }
    }
}
