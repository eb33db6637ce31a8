package org.yijitong.organization;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a correction altered, for the history page: field, what stood there, what stands there now. */
final class Corrections {
    private Corrections() {}

    static Map<String, String> between(
            OrganizationState before, LocalDate beforeFrom, OrganizationState after, LocalDate afterFrom) {
        Map<String, String> detail = new LinkedHashMap<>();
        add(detail, "from", beforeFrom.toString(), afterFrom.toString());
        add(detail, "name", before.name(), after.name());
        add(detail, "shortName", before.shortName(), after.shortName());
        add(detail, "kind", before.kind().name(), after.kind().name());
        add(detail, "superior", before.superior(), after.superior());
        add(detail, "approvalNumber", before.approvalNumber(), after.approvalNumber());
        add(detail, "position", before.position(), after.position());
        return detail;
    }

    private static void add(
            Map<String, String> detail,
            String field,
            @org.jspecify.annotations.Nullable Object before,
            @org.jspecify.annotations.Nullable Object after) {
        if (!Objects.equals(before, after)) {
            detail.put(field + ".before", Objects.toString(before, ""));
            detail.put(field + ".after", Objects.toString(after, ""));
        }
    }
}
