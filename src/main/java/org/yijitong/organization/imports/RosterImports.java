package org.yijitong.organization.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.organization.IdentityVault;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.imports.Fixes.Fix;
import org.yijitong.organization.roster.RosterField;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/**
 * Rosters coming in: bringing a file, saying what its columns and doubtful cells mean, putting it in as a whole, taking
 * it back as a whole. All that takes long runs beside, see {@link ImportRunner}.
 */
@Component
@Transactional
public class RosterImports {
    private final ImportStore imports;
    private final ImportRowStore rows;
    private final ImportUndoStore undoing;
    private final CheckedRows checked;
    private final IdentityVault vault;
    private final Audit audit;
    private final Clock clock;
    private final Days days;
    private final Uuid7 ids;

    public RosterImports(
            ImportStore imports,
            ImportRowStore rows,
            ImportUndoStore undoing,
            CheckedRows checked,
            IdentityVault vault,
            Audit audit,
            Clock clock,
            Days days,
            Uuid7 ids) {
        this.imports = imports;
        this.rows = rows;
        this.undoing = undoing;
        this.checked = checked;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.days = days;
        this.ids = ids;
    }

    /** Takes a file to be checked. Nothing of it is in the roster yet. */
    public ImportId bring(Scope scope, String fileName, byte[] file, LocalDate effectiveOn) {
        if (effectiveOn.isAfter(days.today())) {
            throw new org.yijitong.shared.Invalid("on", "imports.invalid.future");
        }
        ImportId id = new ImportId(ids.next());
        String name = fileName.length() > 200 ? fileName.substring(fileName.length() - 200) : fileName;
        imports.add(scope, id, name, vault.sealBytes(file), effectiveOn, clock.instant());
        audit.record(scope, "import.brought", "import", id.value(), Map.of("file", name, "bytes", file.length));
        return id;
    }

    @Transactional(readOnly = true)
    public Import find(Scope scope, ImportId id) {
        return imports.find(scope, id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<Import> latest(Scope scope, int limit) {
        return imports.latest(scope, limit);
    }

    @Transactional(readOnly = true)
    public Map<Verdict, Integer> counts(Scope scope, ImportId id) {
        return rows.counts(scope.unit(), find(scope, id).importId());
    }

    /** Says what headings mean, here and from now on. The import has to be checked again. */
    public void sayColumns(Scope scope, ImportId id, Map<String, RosterField> meanings) {
        changeable(scope, id);
        rows.sayColumns(
                scope.unit(),
                id,
                meanings.entrySet().stream()
                        .map(each -> new ImportRowStore.Said(
                                each.getKey(), each.getValue().name()))
                        .toList());
    }

    /** Says what stands in a doubtful cell. */
    public void sayCell(Scope scope, ImportId id, int sheet, int row, RosterField field, String value) {
        changeable(scope, id);
        rows.fix(scope.unit(), id, new Fix(sheet, row, field.name(), value));
    }

    /** Leaves one row out. */
    public void leave(Scope scope, ImportId id, int sheet, int row) {
        changeable(scope, id);
        rows.fix(scope.unit(), id, new Fix(sheet, row, Fixes.ROW, Fixes.LEAVE));
    }

    /** Says which branch a written name means, here and from now on. */
    public void sayBranch(Scope scope, ImportId id, String written, OrganizationId branch) {
        changeable(scope, id);
        rows.rememberBranch(scope.unit(), written, branch);
    }

    /** Sends it to be checked again after something was said. */
    public void recheck(Scope scope, ImportId id) {
        go(scope, id, List.of(ImportState.CHECKED), ImportState.READING);
    }

    /** Stops checking it, putting it in or taking it back; the roster is as it was. */
    public void cancel(Scope scope, ImportId id) {
        find(scope, id);
        if (imports.keep(scope.unit(), id, null, clock.instant())) {
            audit.record(scope, "import.kept", "import", id.value(), Map.of());
            return;
        }
        go(scope, id, List.of(ImportState.READING, ImportState.CHECKED, ImportState.APPLYING), ImportState.CANCELLED);
        audit.record(scope, "import.cancelled", "import", id.value(), Map.of());
    }

    /**
     * Has all rows put in that can be put in: all of them or none, soon, by {@link ImportRunner#write}.
     *
     * @throws Refused when it does not wait for that
     */
    public void apply(Scope scope, ImportId id) {
        if (find(scope, id).state() == ImportState.CHECKED) {
            undoing.requireRows(scope, id);
        }
        go(scope, id, List.of(ImportState.CHECKED), ImportState.APPLYING);
    }

    /**
     * Has a whole import taken back, soon, by {@link ImportRunner#takeBack}.
     *
     * @throws Refused when something already rests on it
     */
    public void undo(Scope scope, ImportId id) {
        Import found = find(scope, id);
        Instant applied = found.finishedAt();
        if (found.state() != ImportState.APPLIED || applied == null) {
            throw new Refused("imports.refused.state." + found.state());
        }
        undoing.requireUnused(scope, id, applied);
        go(scope, id, List.of(ImportState.APPLIED), ImportState.UNDOING);
    }

    private void changeable(Scope scope, ImportId id) {
        Import found = find(scope, id);
        if (found.state() != ImportState.CHECKED) {
            throw new Refused("imports.refused.state." + found.state());
        }
    }

    private void go(Scope scope, ImportId id, List<ImportState> from, ImportState to) {
        Import found = find(scope, id);
        if (!imports.go(scope.unit(), id, from, to, clock.instant())) {
            throw new Refused("imports.refused.state." + found.state());
        }
    }

    /** The file as it was brought. */
    @Transactional(readOnly = true)
    public byte[] file(Scope scope, ImportId id) {
        find(scope, id);
        return vault.openBytes(imports.file(scope.unit(), id));
    }

    /** The next batch of rows of a verdict, for a page. */
    @Transactional(readOnly = true)
    public List<CheckedRow> rows(Scope scope, ImportId id, Verdict verdict, int after, int limit) {
        find(scope, id);
        return rows.shown(scope.unit(), id, verdict, after, limit).stream()
                .map(checked::of)
                .toList();
    }

    /** The columns of all sheets as they are understood. */
    @Transactional(readOnly = true)
    public List<CheckedRow.Column> columns(Scope scope, ImportId id) {
        find(scope, id);
        return rows.columns(scope.unit(), id).stream()
                .map(each -> new CheckedRow.Column(each.heading(), each.field(), each.sure(), each.sample()))
                .toList();
    }
}
