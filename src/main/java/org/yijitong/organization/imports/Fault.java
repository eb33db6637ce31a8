package org.yijitong.organization.imports;

import java.util.List;
import org.yijitong.organization.roster.RosterField;

/**
 * What is wrong with one cell.
 *
 * @param field which
 * @param column where, from 0; -1 when the file has no such column
 * @param key the sentence, as a message key
 * @param arguments what fills its places; the first is what was written
 * @param offers what could be put there instead, for a person to choose
 */
record Fault(RosterField field, int column, String key, List<String> arguments, List<Offer> offers) {

    /**
     * A value offered in place of a faulty one.
     *
     * @param value what is put there
     * @param label how it is shown
     */
    record Offer(String value, String label) {}

    static Fault of(RosterField field, int column, String key, String... arguments) {
        return new Fault(field, column, key, List.of(arguments), List.of());
    }

    Fault offering(List<Offer> more) {
        return new Fault(field, column, key, arguments, more);
    }
}
