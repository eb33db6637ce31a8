package org.yijitong.organization.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.WorkbookWriter;
import org.yijitong.document.WorkbookWriter.Column;
import org.yijitong.organization.RosterEntry;
import org.yijitong.shared.Words;

/**
 * Writes a roster into a workbook, under the headings by which the import knows its columns; always in the words of
 * zh-Hans, so that what went out comes in again without a difference.
 */
final class RosterSheet implements BiConsumer<RosterEntry, Optional<String>> {
    private final WorkbookWriter writer;
    private final Words words;
    private final boolean numbers;

    RosterSheet(WorkbookWriter writer, Words words, boolean numbers) throws IOException {
        this.writer = writer;
        this.words = words;
        this.numbers = numbers;
        writer.sheet(words.t("people.sheet.name"), columns());
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(
                List.of(column("person", 12), column("sex", 6), column("ethnicity", 10), column("birthDate", 12)));
        if (numbers) {
            columns.add(Column.digits(words.t("people.sheet.number"), 22));
        }
        columns.addAll(List.of(
                column("joinedOn", 12),
                column("confirmedOn", 12),
                column("branch", 30),
                column("group", 14),
                column("kind", 12),
                column("states", 12),
                Column.digits(words.t("people.sheet.phone"), 16),
                Column.digits(words.t("people.sheet.officePhone"), 16),
                column("posts", 18),
                column("education", 12),
                column("workStartedOn", 14),
                column("jobTitle", 24),
                column("nativePlace", 16),
                column("note", 30)));
        return columns;
    }

    private Column column(String field, int width) {
        return Column.of(words.t("people.sheet." + field), width);
    }

    @Override
    public void accept(RosterEntry entry, Optional<String> identityNumber) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(entry.name());
        row.add(entry.sex() == null ? null : words.t("people.sex." + entry.sex().name()));
        row.add(entry.ethnicity());
        row.add(entry.birthDate());
        if (numbers) {
            row.add(identityNumber.orElse(null));
        }
        row.add(entry.joinedOn());
        row.add(entry.confirmedOn());
        row.add(entry.organizationName());
        row.add(entry.groupName());
        row.add(words.t("people.kind." + entry.kind().name()));
        row.add(joined("people.state.", entry.states()));
        row.add(entry.phone());
        row.add(entry.officePhone());
        row.add(joined("people.post.", entry.posts()));
        row.add(entry.education());
        row.add(entry.workStartedOn());
        row.add(entry.jobTitle());
        row.add(entry.nativePlace());
        row.add(entry.note());
        try {
            writer.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String joined(String prefix, List<? extends Enum<?>> constants) {
        return constants.isEmpty()
                ? null
                : constants.stream()
                        .map(each -> words.t(prefix + each.name()))
                        .collect(Collectors.joining(words.t("people.and")));
    }
}
