package org.yijitong.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading the register: a word that is not understood is refused, with its place. */
class RegisterTests {
    private static final String REGISTER = """
            groups: {g: words}
            bases: {law: PIPL 13}
            other: {a.days: days}
            """;

    private static final String TABLE = """
            a.people:
              means: people
              purpose: to know them
              basis: law
              keep: {words: a year, days: 365, from: left_on}
              mine: {persons: [person_id]}
              keys: {person_id: id}
              columns: {name: name, left_on: day, secret: secret}
              sensitive: [secret]
              withheld: {secret: sealed}
            """;

    @Test
    void whatIsWrittenIsRead() {
        Register register = RegisterFile.read(REGISTER, _ -> TABLE);
        PersonalTable people = register.table("a.people").orElseThrow();
        assertThat(people.basis()).isEqualTo("PIPL 13");
        assertThat(people.keep()).isEqualTo(new Keep("a year", 365, new Keep.Past("left_on", null, null, List.of())));
        assertThat(people.columns())
                .containsExactly(
                        new PersonalColumn("person_id", "id", true, false, false, null),
                        new PersonalColumn("name", "name", false, false, false, null),
                        new PersonalColumn("left_on", "day", false, false, false, null),
                        new PersonalColumn("secret", "secret", false, true, false, "sealed"));
        assertThat(register.in("g")).containsExactly(people);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            basis: law                      | basis: custom                     | unknown: custom
            purpose: to know them           | why: to know them                 | unknown: why
            purpose: to know them           | purpose: ''                       | words are expected for purpose
            mine: {persons: [person_id]}    | mine: {persons: [owner]}          | unknown: owner
            mine: {persons: [person_id]}    | mine: {people: [person_id]}       | unknown: people
            mine: {persons: [person_id]}    | masked: [name]                    | either mine or why-not
            sensitive: [secret]             | sensitive: [colour]               | unknown: colour
            withheld: {secret: sealed}      | withheld: {key: sealed}           | unknown: key
            keys: {person_id: id}           | keys: {person_id: id, name: name} | said twice: name
            days: 365                       | days: 0                           | at least one day
            from: left_on                   | after: death                      | unknown: death
            from: left_on                   | from: gone_on                     | unknown: gone_on
            """)
    void whatIsNotUnderstoodIsRefused(String before, String after, String fault) {
        assertThat(TABLE).contains(before);
        assertThatThrownBy(() -> RegisterFile.read(REGISTER, _ -> TABLE.replace(before, after)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void aTableSaidTwiceIsRefused() {
        assertThatThrownBy(() -> RegisterFile.read(REGISTER, _ -> TABLE + TABLE))
                .hasMessageContaining("a.people");
        assertThatThrownBy(() -> RegisterFile.read(REGISTER.replace("{g: words}", "{g: words, h: words}"), _ -> TABLE))
                .hasMessageContaining("said in two groups");
        assertThatThrownBy(() -> RegisterFile.read(REGISTER.replace("a.days", "a.people"), _ -> TABLE))
                .hasMessageContaining("said to be personal and not to be");
    }
}
