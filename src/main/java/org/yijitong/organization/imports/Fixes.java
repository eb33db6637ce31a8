package org.yijitong.organization.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yijitong.organization.roster.RosterField;

/** What a person said about single cells, and about rows to be left out. */
final class Fixes {
    static final String ROW = "ROW";
    static final String LEAVE = "leave";

    /** One word about one cell. */
    record Fix(int sheet, int rowNumber, String field, String value) {}

    private record Place(int sheet, int row, String field) {}

    private final Map<Place, String> said = new HashMap<>();

    Fixes(List<Fix> fixes) {
        fixes.forEach(fix -> said.put(new Place(fix.sheet(), fix.rowNumber(), fix.field()), fix.value()));
    }

    Optional<String> of(int sheet, int row, RosterField field) {
        return Optional.ofNullable(said.get(new Place(sheet, row, field.name())));
    }

    boolean leaves(int sheet, int row) {
        return LEAVE.equals(said.get(new Place(sheet, row, ROW)));
    }
}
