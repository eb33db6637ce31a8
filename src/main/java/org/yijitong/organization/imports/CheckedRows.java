package org.yijitong.organization.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the check wrote about rows. */
@Component
class CheckedRows {
    private static final TypeReference<List<CheckedRow.Fault>> FAULTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<@Nullable String>>> CHANGES = new TypeReference<>() {};

    private final JsonMapper json;

    CheckedRows(JsonMapper json) {
        this.json = json;
    }

    CheckedRow of(ImportRowStore.Shown row) {
        return new CheckedRow(
                row.line(),
                row.sheet(),
                row.sheetName(),
                row.rowNumber(),
                row.name(),
                row.identityShown(),
                row.joinedOn(),
                row.writtenBranch(),
                row.organizationId(),
                row.kind(),
                row.states(),
                json.readValue(row.faults(), FAULTS),
                json.readValue(row.notes(), FAULTS),
                json.readValue(row.changes(), CHANGES));
    }
}
