package org.yijitong.personal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the product holds on people (PIPL art. 17 and 48: to be told plainly; art. 51: classified).
 *
 * @param groups in the order they are shown, each with its words
 * @param personal the tables with personal data, by name, in the order of the file
 * @param other the other tables, each with why nobody can be known from it
 */
public record Register(Map<String, String> groups, Map<String, PersonalTable> personal, Map<String, String> other) {
    /** The tables of a group. */
    public List<PersonalTable> in(String group) {
        return personal.values().stream()
                .filter(table -> table.group().equals(group))
                .toList();
    }

    /** A personal table by its name, such as {@code organization.people}. */
    public Optional<PersonalTable> table(String name) {
        return Optional.ofNullable(personal.get(name));
    }
}
