package org.yijitong.organization.imports;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.Row;
import org.yijitong.document.SheetHead;
import org.yijitong.organization.IdentityVault;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.imports.Fault.Offer;
import org.yijitong.organization.imports.KnownBranches.Meant;
import org.yijitong.organization.roster.BranchMatch;
import org.yijitong.organization.roster.Kinds;
import org.yijitong.organization.roster.Layout;
import org.yijitong.organization.roster.Names;
import org.yijitong.organization.roster.RosterField;
import org.yijitong.shared.Uuid7;

/** Understands the rows of one import. What is held is not looked at here: that comes afterwards, for all rows at once. */
final class RowReader {
    /** White space within a telephone number, for Java and for the database alike. */
    static final String GAP = "(?<=[\\d-])\\s+(?=[\\d-])";

    private static final int ADULT = 18;

    private final KnownBranches branches;
    private final Fixes fixes;
    private final IdentityReader identities;
    private final Uuid7 ids;
    private final LocalDate today;

    RowReader(KnownBranches branches, Fixes fixes, IdentityVault vault, Uuid7 ids, LocalDate today) {
        this.branches = branches;
        this.fixes = fixes;
        this.identities = new IdentityReader(vault);
        this.ids = ids;
        this.today = today;
    }

    /** @param section the branch named by a line above, or by the sheet; empty when the rows name it themselves */
    StagedRow read(int line, SheetHead head, Layout layout, Row row, Optional<String> section) {
        RowReading reading = new RowReading(head, layout, row, fixes, today);
        String name = name(reading);
        IdentityReader.Identified identified = identities.read(reading);
        LocalDate joined = reading.day(RosterField.JOINED_ON);
        LocalDate confirmed = reading.day(RosterField.CONFIRMED_ON);
        order(reading, identified.birth(), joined, confirmed);
        StagedRow.Dated dated = new StagedRow.Dated(
                identified.sex(), identified.birth(), joined, confirmed, reading.day(RosterField.WORK_START));
        StagedRow.Placed placed = placed(reading, section);
        StagedRow.Told told = told(reading);
        boolean leaves = fixes.leaves(head.index(), row.number());
        return new StagedRow(
                new StagedRow.Place(line, head.index(), head.name(), row.number()),
                new PersonId(ids.next()),
                reading.given(),
                named(name),
                dated,
                told,
                identified.numbered(),
                placed,
                reading.faults(),
                reading.notes(),
                leaves ? Verdict.LEFT : reading.faults().isEmpty() ? Verdict.ADDED : Verdict.REFUSED);
    }

    private static StagedRow.Named named(@Nullable String name) {
        return name == null
                ? new StagedRow.Named(null, null, Set.of())
                : new StagedRow.Named(name, Names.sortKey(name), Names.searchTokens(name));
    }

    private StagedRow.Placed placed(RowReading reading, Optional<String> section) {
        String written = written(reading, section);
        OrganizationId branch = branch(reading, written);
        OrganizationId group = group(reading, branch);
        Kinds.Reading kinds = kinds(reading);
        return new StagedRow.Placed(
                written, branch, group, kinds.kind().orElse(null), kinds.states(), kinds.deceased());
    }

    private static StagedRow.Told told(RowReading reading) {
        return new StagedRow.Told(
                reading.text(RosterField.ETHNICITY, 20),
                reading.text(RosterField.NATIVE_PLACE, 60),
                reading.text(RosterField.EDUCATION, 40),
                phone(reading, RosterField.PHONE),
                phone(reading, RosterField.OFFICE_PHONE),
                reading.text(RosterField.EMPLOYER, 80),
                reading.text(RosterField.NOTE, 500));
    }

    private static @Nullable String name(RowReading reading) {
        String text = reading.text(RosterField.NAME, 60);
        if (text == null) {
            reading.fault(RosterField.NAME, "imports.fault.noName");
            return null;
        }
        return Names.tidy(text);
    }

    private static void order(
            RowReading reading, @Nullable LocalDate birth, @Nullable LocalDate joined, @Nullable LocalDate confirmed) {
        if (joined != null && confirmed != null && confirmed.isBefore(joined)) {
            reading.fault(
                    RosterField.CONFIRMED_ON,
                    "imports.fault.confirmedBeforeJoined",
                    confirmed.toString(),
                    joined.toString());
        }
        if (birth != null && joined != null && joined.isBefore(birth.plusYears(ADULT))) {
            reading.note(RosterField.JOINED_ON, "imports.note.joinedYoung", joined.toString());
        }
    }

    private static @Nullable String written(RowReading reading, Optional<String> section) {
        String own = reading.written(RosterField.BRANCH).text().strip();
        return own.isEmpty() ? section.orElse(null) : own;
    }

    private @Nullable OrganizationId branch(RowReading reading, @Nullable String written) {
        reading.give(RosterField.BRANCH);
        if (reading.wasFixed(RosterField.BRANCH)) {
            Optional<OrganizationId> chosen =
                    branches.chosen(reading.cell(RosterField.BRANCH).text());
            if (chosen.isPresent()) {
                return standing(reading, chosen.get());
            }
        }
        if (written == null) {
            Optional<OrganizationId> only = branches.only();
            if (only.isEmpty()) {
                reading.fault(RosterField.BRANCH, "imports.fault.noBranch");
            }
            return only.orElse(null);
        }
        return switch (branches.match(written)) {
            case BranchMatch.Result.Found<OrganizationId>(var id) -> standing(reading, id);
            case BranchMatch.Result.Several<OrganizationId>(var some) -> {
                reading.fault(RosterField.BRANCH, "imports.fault.severalBranches", offers(some), written);
                yield null;
            }
            case BranchMatch.Result.Similar<OrganizationId>(var some) -> {
                reading.fault(RosterField.BRANCH, "imports.fault.unknownBranch", offers(some), written);
                yield null;
            }
            case BranchMatch.Result.Unknown<OrganizationId>() -> {
                reading.fault(RosterField.BRANCH, "imports.fault.unknownBranch", written);
                yield null;
            }
        };
    }

    private @Nullable OrganizationId standing(RowReading reading, OrganizationId meant) {
        Optional<Meant> standing = branches.standing(meant);
        if (standing.isEmpty()) {
            reading.fault(RosterField.BRANCH, "imports.fault.branchEnded", branches.name(meant));
            return null;
        }
        OrganizationId before = standing.get().before();
        if (before != null) {
            reading.note(
                    RosterField.BRANCH,
                    "imports.note.branchMerged",
                    branches.name(before),
                    branches.name(standing.get().branch()));
        }
        return standing.get().branch();
    }

    private List<Offer> offers(List<OrganizationId> some) {
        return some.stream()
                .filter(id -> branches.standing(id).isPresent())
                .map(id -> new Offer(id.toString(), branches.name(id)))
                .toList();
    }

    private @Nullable OrganizationId group(RowReading reading, @Nullable OrganizationId branch) {
        String text = reading.text(RosterField.GROUP, 60);
        if (text == null || branch == null) {
            return null;
        }
        Optional<OrganizationId> group = branches.group(branch, text);
        if (group.isEmpty()) {
            reading.note(RosterField.GROUP, "imports.note.unknownGroup", text);
        }
        return group.orElse(null);
    }

    private static Kinds.Reading kinds(RowReading reading) {
        String kind = reading.text(RosterField.KIND, 40);
        String states = reading.text(RosterField.STATES, 60);
        Optional<MemberKind> chosen = Arrays.stream(MemberKind.values())
                .filter(each ->
                        reading.wasFixed(RosterField.KIND) && each.name().equals(kind))
                .findFirst();
        if (chosen.isPresent()) {
            return new Kinds.Reading(
                    chosen, Kinds.parse(states == null ? "" : states).states(), false, true);
        }
        Kinds.Reading read = Kinds.parse((kind == null ? "" : kind) + "," + (states == null ? "" : states));
        if (!read.understood()) {
            List<Offer> offers = Arrays.stream(MemberKind.values())
                    .map(each -> new Offer(each.name(), each.name()))
                    .toList();
            reading.fault(RosterField.KIND, "imports.fault.kind", offers, kind == null ? String.valueOf(states) : kind);
        }
        return read;
    }

    private static @Nullable String phone(RowReading reading, RosterField field) {
        String text = reading.text(field, 40);
        return text == null
                ? null
                : java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                        .replaceAll(GAP, "");
    }
}
