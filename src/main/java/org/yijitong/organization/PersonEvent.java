package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of what is held on a person.
 *
 * @param on from which day it holds, when it is about a day
 * @param account who made it
 * @param fields what was changed from what to what
 * @param detail the rest: {@code why} of leaving, the {@code name} of an entry that was joined with this one, what became
 *     of its {@code number}: passed or dropped
 */
public record PersonEvent(
        PersonChange kind,
        Instant recorded,
        UUID account,
        @Nullable LocalDate on,
        @Nullable String reason,
        List<Field> fields,
        Map<String, String> detail) {

    /**
     * A changed field.
     *
     * @param name the component of {@link PersonDetails}, or {@code branch}, {@code group}, {@code kind}, {@code states}
     * @param before empty when there was nothing
     */
    public record Field(String name, String before, String after) {}
}
