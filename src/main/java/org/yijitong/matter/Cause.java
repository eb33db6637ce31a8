package org.yijitong.matter;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a matter serves: a decision of a record, a record as a whole, or a directive by its words.
 *
 * @param record null for a directive
 * @param decision which decision, from 1; 0 for the record as a whole
 * @param words what was decided, or what the directive is called
 * @param study what was studied first at that meeting (第一议题); empty when nothing was
 * @param due by when the decision was to be carried out; null when that was not said
 */
public record Cause(
        @Nullable UUID record,
        int decision,
        String words,
        String study,
        @Nullable LocalDate due) {}
