package org.yijitong.personal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with personal data.
 *
 * @param name its schema and name, such as {@code organization.people}
 * @param group the part of the register it stands in
 * @param means what it holds
 * @param purpose why it is held (PIPL art. 6)
 * @param basis the regulation and article (PIPL art. 13)
 * @param keep for how long (PIPL art. 19)
 * @param mine how the rows of a person are found; null where they cannot be
 * @param whyNot why they cannot be found; null where they can
 * @param columns all of its columns
 */
public record PersonalTable(
        String name,
        String group,
        String means,
        String purpose,
        String basis,
        Keep keep,
        @Nullable Finding mine,
        @Nullable String whyNot,
        List<PersonalColumn> columns) {
    /**
     * Whether a column says who or what else is meant, by an id: what people wrote never does, even if it looks like one. Such
     * columns are named so, or lead to the person.
     */
    public boolean refers(String column) {
        Finding found = mine;
        return column.endsWith("_id")
                || column.endsWith("_ids")
                || (found != null
                        && (found.persons().contains(column) || found.accounts().contains(column)));
    }

    /** The columns that are sensitive (PIPL art. 28). */
    public List<PersonalColumn> sensitive() {
        return columns.stream().filter(PersonalColumn::sensitive).toList();
    }

    /** The columns that say something, and do not only tell rows apart. */
    public List<PersonalColumn> telling() {
        return columns.stream().filter(column -> !column.key()).toList();
    }
}
