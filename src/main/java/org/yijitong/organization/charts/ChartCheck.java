package org.yijitong.organization.charts;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.TreePlan;
import org.yijitong.organization.TreePlans.Standing;
import org.yijitong.organization.charts.ChartLine.Change;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.organization.roster.ChartField;
import org.yijitong.shared.Sha256;
import org.yijitong.shared.Uuid7;

/** Compares what was read with the trees: what each row would do, or why it cannot. Without a database. */
final class ChartCheck {
    private final KnownTrees known;
    private final ChartImport brought;
    private final Uuid7 ids;
    private final Map<OrganizationId, Wanted> wanted = new HashMap<>();

    ChartCheck(Map<OrganizationId, Standing> standing, ChartImport brought, Uuid7 ids) {
        this.known = new KnownTrees(standing, brought.effectiveOn());
        this.brought = brought;
        this.ids = ids;
    }

    Chart check(ChartReader.Read read) {
        LocalDate on = brought.effectiveOn();
        Map<ChartRow, OrganizationId> meant = new ChartMatching(known, ids).match(read.rows());
        ChartSuperiors superiors = new ChartSuperiors(known, named(read, meant));
        RowWishes wishes = new RowWishes(known, superiors, on);
        List<Wanted> some = new ArrayList<>();
        meant.forEach((row, id) -> some.add(wishes.of(row, id)));
        read.rows().stream().filter(row -> !meant.containsKey(row)).forEach(superiors::of);
        new TreeCheck(known, on, some).check();
        some.forEach(each -> wanted.put(each.id(), each));
        Map<Integer, Wanted> byLine = new HashMap<>();
        some.forEach(each -> byLine.put(each.row().line(), each));
        List<ChartLine> lines = read.rows().stream()
                .map(row -> line(row, byLine.get(row.line())))
                .toList();
        int listed = (int) some.stream().filter(each -> !each.founds()).count();
        return new Chart(
                lines,
                read.used(),
                read.unused(),
                read.sheets(),
                read.skipped(),
                known.present().size() - listed,
                plan(some),
                fingerprint(lines, byLine));
    }

    /** Rows that mean nothing sure can be named as superiors all the same: one fault is said once, at its own row. */
    private Map<ChartRow, OrganizationId> named(ChartReader.Read read, Map<ChartRow, OrganizationId> meant) {
        Map<ChartRow, OrganizationId> named = new LinkedHashMap<>(meant);
        read.rows().stream()
                .filter(row ->
                        row.faults().stream().noneMatch(fault -> fault.key().contains(".twice")))
                .forEach(row -> named.computeIfAbsent(row, _ -> new OrganizationId(ids.next())));
        return named;
    }

    private TreePlan plan(List<Wanted> some) {
        List<TreePlan.Founded> founded = new ArrayList<>();
        List<TreePlan.Altered> altered = new ArrayList<>();
        for (Wanted each : some) {
            if (each.after() == null || each.row().refused()) {
                continue;
            }
            if (each.founds()) {
                founded.add(new TreePlan.Founded(each.id(), each.row().code(), each.from(), each.after()));
            } else if (each.alters()) {
                altered.add(new TreePlan.Altered(each.id(), each.after(), each.givenCode()));
            }
        }
        return new TreePlan(brought.importId().value(), brought.fileName(), brought.effectiveOn(), founded, altered);
    }

    private ChartLine line(ChartRow row, @Nullable Wanted each) {
        OrganizationState after = each == null ? null : each.after();
        return new ChartLine(
                row.line(),
                row.place().sheet(),
                row.place().sheetName(),
                row.place().rowNumber(),
                verdict(row, each),
                each == null || each.founds() ? row.code() : codeOf(each),
                after == null ? row.name() : after.name(),
                after == null ? row.shortName() : after.shortName(),
                after == null ? row.kind() : after.kind(),
                row.refused() || after == null ? row.superior() : display(after.superior()),
                each != null && each.founds() ? each.from() : row.foundedOn().day(),
                after == null ? row.approvalNumber() : after.approvalNumber(),
                after == null ? 0 : after.position(),
                row.faults().stream()
                        .sorted(Comparator.comparingInt(ChartFault::column))
                        .toList(),
                each == null || row.refused() || !each.alters() ? Map.of() : changes(each));
    }

    private static Verdict verdict(ChartRow row, @Nullable Wanted each) {
        if (row.refused() || each == null) {
            return Verdict.REFUSED;
        }
        return each.founds() ? Verdict.ADDED : each.alters() ? Verdict.CHANGED : Verdict.SAME;
    }

    private @Nullable String codeOf(Wanted each) {
        String held = known.standing(each.id()).code();
        return held == null ? each.givenCode() : held;
    }

    private Map<ChartField, Change> changes(Wanted each) {
        OrganizationState was = Objects.requireNonNull(each.before());
        OrganizationState is = Objects.requireNonNull(each.after());
        Map<ChartField, Change> changes = new EnumMap<>(ChartField.class);
        add(changes, ChartField.CODE, null, each.givenCode());
        add(changes, ChartField.NAME, was.name(), is.name());
        add(changes, ChartField.SHORT_NAME, was.shortName(), is.shortName());
        add(changes, ChartField.KIND, was.kind().name(), is.kind().name());
        if (!Objects.equals(was.superior(), is.superior())) {
            changes.put(
                    ChartField.SUPERIOR,
                    new Change(
                            Objects.toString(display(was.superior()), ""),
                            Objects.toString(display(is.superior()), "")));
        }
        add(changes, ChartField.APPROVAL_NUMBER, was.approvalNumber(), is.approvalNumber());
        add(changes, ChartField.POSITION, Integer.toString(was.position()), Integer.toString(is.position()));
        return changes;
    }

    private static void add(
            Map<ChartField, Change> changes, ChartField field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.put(field, new Change(Objects.toString(before, ""), Objects.toString(after, "")));
        }
    }

    /** What it is called once the chart is put in. */
    private @Nullable String display(@Nullable OrganizationId id) {
        Wanted each = id == null ? null : wanted.get(id);
        OrganizationState state = each != null && each.after() != null
                ? each.after()
                : id == null ? null : known.present().get(id);
        return state == null ? null : state.display();
    }

    /** Ids of what is not there yet are chosen anew each time, so their rows stand for them. */
    private String fingerprint(List<ChartLine> lines, Map<Integer, Wanted> byLine) {
        StringBuilder outcome = new StringBuilder();
        for (ChartLine line : lines) {
            Wanted each = byLine.get(line.line());
            outcome.append(line).append('|').append(each == null ? "" : reference(each.id()));
            if (each != null && each.after() != null) {
                outcome.append('|').append(reference(each.after().superior()));
            }
            outcome.append('\n');
        }
        return Sha256.hex(outcome.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String reference(@Nullable OrganizationId id) {
        Wanted each = id == null ? null : wanted.get(id);
        return each != null && each.founds() ? "row " + each.row().line() : String.valueOf(id);
    }
}
