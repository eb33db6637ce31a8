package org.yijitong.organization.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.Tree;
import org.yijitong.organization.TreeRow;
import org.yijitong.organization.Trees;
import org.yijitong.organization.imports.CheckedRow;
import org.yijitong.organization.imports.CheckedRow.Fault;
import org.yijitong.organization.imports.Import;
import org.yijitong.organization.imports.RosterImports;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.organization.roster.RosterField;
import org.yijitong.shared.Days;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** Puts the check of a roster into words. */
@Component
class ImportPages {
    private final RosterImports imports;
    private final Trees trees;
    private final Days days;

    ImportPages(RosterImports imports, Trees trees, Days days) {
        this.imports = imports;
        this.trees = trees;
        this.days = days;
    }

    ImportPage of(
            Page page, Scope scope, Import found, Map<Verdict, Integer> counts, Verdict verdict, int after, int size) {
        Map<String, String> branches = branches(scope);
        List<CheckedRow> rows = imports.rows(scope, found.importId(), verdict, after, size + 1);
        boolean more = rows.size() > size;
        List<CheckedRow> shown = more ? rows.subList(0, size) : rows;
        return new ImportPage(
                found,
                counts,
                verdict,
                columns(scope, found),
                Arrays.stream(RosterField.values()).map(Enum::name).toList(),
                shown.stream().map(row -> line(page, row, branches)).toList(),
                more ? shown.getLast().line() : 0,
                branches);
    }

    private Map<String, String> branches(Scope scope) {
        return trees.asOf(scope, Tree.PARTY, AsOf.knownNow(days.today())).stream()
                .filter(row -> row.kind().holdsMembers())
                .collect(Collectors.toMap(
                        row -> row.organizationId().toString(), TreeRow::display, (one, _) -> one, LinkedHashMap::new));
    }

    private List<ImportPage.Column> columns(Scope scope, Import found) {
        Map<String, ImportPage.Column> byHeading = new LinkedHashMap<>();
        imports.columns(scope, found.importId())
                .forEach(column -> byHeading.putIfAbsent(
                        column.heading(),
                        new ImportPage.Column(column.heading(), column.field(), column.sure(), column.sample())));
        return List.copyOf(byHeading.values());
    }

    private static ImportPage.Line line(Page page, CheckedRow row, Map<String, String> branches) {
        return new ImportPage.Line(
                row.sheet(),
                row.rowNumber(),
                row.sheetName().isEmpty()
                        ? page.t("imports.where.row", row.rowNumber())
                        : page.t("imports.where", row.sheetName(), row.rowNumber()),
                Objects.toString(row.name(), ""),
                Objects.toString(row.identityShown(), ""),
                row.joinedOn() == null
                        ? written(row, "joined_on")
                        : row.joinedOn().toString(),
                row.organizationId() == null
                        ? Objects.toString(row.writtenBranch(), "")
                        : branches.getOrDefault(row.organizationId().toString(), ""),
                kind(page, row),
                row.faults().stream().map(fault -> problem(page, row, fault)).toList(),
                row.notes().stream()
                        .map(note -> page.t(note.key(), note.arguments().toArray()))
                        .toList(),
                row.changes().entrySet().stream()
                        .map(change -> change(page, change.getKey(), change.getValue(), branches))
                        .toList());
    }

    private static String written(CheckedRow row, String field) {
        return row.faults().stream()
                .filter(fault ->
                        fault.field().equals(field) && !fault.arguments().isEmpty())
                .map(fault -> fault.arguments().getFirst())
                .findFirst()
                .orElse("");
    }

    private static String kind(Page page, CheckedRow row) {
        String kind = row.kind() == null
                ? ""
                : page.t("people.kind.short." + row.kind().toUpperCase(Locale.ROOT));
        return java.util.stream.Stream.concat(
                        kind.isEmpty() ? java.util.stream.Stream.of() : java.util.stream.Stream.of(kind),
                        row.states().stream().map(state -> page.t("people.state." + state.toUpperCase(Locale.ROOT))))
                .collect(Collectors.joining(page.t("imports.comma")));
    }

    private static ImportPage.Problem problem(Page page, CheckedRow row, Fault fault) {
        return new ImportPage.Problem(
                fault.field(),
                page.t(fault.key(), fault.arguments().toArray()),
                fault.field().equals("branch") ? Objects.toString(row.writtenBranch(), "") : "",
                fault.offers().stream()
                        .map(offer -> new ImportPage.Offer(offer.value(), label(page, fault, offer)))
                        .toList());
    }

    private static String label(Page page, Fault fault, CheckedRow.Offer offer) {
        return switch (fault.field()) {
            case "branch" -> page.t("imports.offer.branch", offer.label());
            case "kind" -> page.t("people.kind." + offer.label());
            case "identity_number", "name" ->
                page.t("imports.offer." + offer.label(), fault.arguments().toArray());
            default -> page.t("imports.offer.value", offer.label());
        };
    }

    private static ImportPage.Change change(
            Page page, String field, List<@Nullable String> values, Map<String, String> branches) {
        return new ImportPage.Change(
                page.t("imports.field." + field),
                value(page, field, values.getFirst(), branches),
                value(page, field, values.getLast(), branches));
    }

    private static String value(Page page, String field, @Nullable String value, Map<String, String> branches) {
        if (value == null || value.isEmpty()) {
            return page.t("imports.blank");
        }
        return switch (field) {
            case "BRANCH" -> branches.getOrDefault(value, page.t("imports.otherBranch"));
            case "GROUP" -> page.t("imports.otherGroup");
            case "SEX" -> page.t("people.sex." + value.toUpperCase(Locale.ROOT));
            case "KIND" -> page.t("people.kind." + value.toUpperCase(Locale.ROOT));
            case "STATES" ->
                Arrays.stream(value.split(","))
                        .map(state -> page.t("people.state." + state.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.joining(page.t("imports.comma")));
            case "DECEASED" -> page.t("imports.deceased");
            default -> value;
        };
    }
}
