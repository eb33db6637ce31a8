package org.yijitong.organization.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of an import after the check.
 *
 * @param line its number among the rows that list a person, over all sheets
 * @param identityShown the identity number, masked, or what is left of one that was destroyed
 * @param changes field to what stands there and what the file says
 */
public record CheckedRow(
        int line,
        int sheet,
        String sheetName,
        int rowNumber,
        @Nullable String name,
        @Nullable String identityShown,
        @Nullable LocalDate joinedOn,
        @Nullable String writtenBranch,
        @Nullable UUID organizationId,
        @Nullable String kind,
        List<String> states,
        List<Fault> faults,
        List<Fault> notes,
        Map<String, List<@Nullable String>> changes) {

    /**
     * What is wrong with one cell, or worth knowing of it.
     *
     * @param field in lower case
     * @param column from 0; -1 when it is not about one cell
     * @param key the sentence, as a message key
     */
    public record Fault(String field, int column, String key, List<String> arguments, List<Offer> offers) {}

    /** What could be put there instead. */
    public record Offer(String value, String label) {}

    /** One column of the file and what it is taken for. */
    public record Column(String heading, String field, boolean sure, String sample) {}
}
