package org.yijitong.personal;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the database which rows of which tables are a person's, as the register says. */
@Component
class RowsInJson {
    private final JsonMapper json;

    RowsInJson(JsonMapper json) {
        this.json = json;
    }

    /** A table, how the person is found in it, and what is told. */
    private record Source(
            String table,
            boolean everywhere,
            List<String> persons,
            List<String> accounts,
            List<String> names,
            Finding.@Nullable Through through,
            List<String> columns) {}

    String of(Collection<PersonalTable> tables) {
        return json.writeValueAsString(tables.stream().flatMap(RowsInJson::of).toList());
    }

    /** A table, and which of its rows are past their time. */
    private record Past(
            String table,
            boolean everywhere,
            String from,
            @Nullable String of,
            @Nullable String by,
            List<String> clears) {}

    /** @throws IllegalStateException if nothing of the table goes by a day of its rows */
    String past(PersonalTable table) {
        Keep.Past past = table.keep().past();
        if (past == null) {
            throw new IllegalStateException(table.name() + " is not removed by a day of its rows");
        }
        Finding mine = table.mine();
        return json.writeValueAsString(new Past(
                table.name(), mine != null && mine.everywhere(), past.from(), past.of(), past.by(), past.clears()));
    }

    private static Stream<Source> of(PersonalTable table) {
        Finding mine = table.mine();
        return mine == null
                ? Stream.empty()
                : Stream.of(new Source(
                        table.name(),
                        mine.everywhere(),
                        mine.persons(),
                        mine.accounts(),
                        mine.names(),
                        mine.through(),
                        table.columns().stream()
                                .filter(column -> column.withheld() == null)
                                .map(PersonalColumn::name)
                                .toList()));
    }
}
