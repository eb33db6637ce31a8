package org.yijitong.organization.imports;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.Cell;
import org.yijitong.document.Row;
import org.yijitong.document.SheetHead;
import org.yijitong.organization.IdentityVault;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Sex;
import org.yijitong.organization.imports.Fault.Offer;
import org.yijitong.organization.imports.KnownBranches.Meant;
import org.yijitong.organization.roster.BranchMatch;
import org.yijitong.organization.roster.IdentityNumbers;
import org.yijitong.organization.roster.IdentityReading;
import org.yijitong.organization.roster.IdentityReading.Accepted;
import org.yijitong.organization.roster.Kinds;
import org.yijitong.organization.roster.Layout;
import org.yijitong.organization.roster.Names;
import org.yijitong.organization.roster.RosterField;
import org.yijitong.organization.roster.SexWords;
import org.yijitong.shared.Uuid7;

/** Understands the rows of one import. What is held is not looked at here: that comes afterwards, for all rows at once. */
final class RowReader {
    private static final int ADULT = 18;

    private final KnownBranches branches;
    private final Fixes fixes;
    private final IdentityVault vault;
    private final Uuid7 ids;
    private final LocalDate today;

    RowReader(KnownBranches branches, Fixes fixes, IdentityVault vault, Uuid7 ids, LocalDate today) {
        this.branches = branches;
        this.fixes = fixes;
        this.vault = vault;
        this.ids = ids;
        this.today = today;
    }

    /** @param section the branch named by a line above, or by the sheet; empty when the rows name it themselves */
    StagedRow read(int line, SheetHead head, Layout layout, Row row, Optional<String> section) {
        RowReading reading = new RowReading(head, layout, row, fixes, today);
        String name = name(reading);
        Numbered numbered = number(reading);
        LocalDate birth = birth(reading, numbered.accepted());
        Sex sex = sex(reading, numbered.accepted());
        LocalDate joined = reading.day(RosterField.JOINED_ON);
        LocalDate confirmed = reading.day(RosterField.CONFIRMED_ON);
        order(reading, birth, joined, confirmed);
        String written = written(reading, section);
        OrganizationId branch = branch(reading, written);
        OrganizationId group = group(reading, branch);
        Kinds.Reading kinds = kinds(reading);
        Rest rest = rest(reading);
        boolean leaves = fixes.leaves(head.index(), row.number());
        return new StagedRow(
                line,
                head.index(),
                head.name(),
                row.number(),
                new PersonId(ids.next()),
                reading.given(),
                name,
                name == null ? null : Names.sortKey(name),
                name == null ? Set.of() : Names.searchTokens(name),
                sex,
                rest.ethnicity(),
                rest.nativePlace(),
                birth,
                joined,
                confirmed,
                rest.workStartedOn(),
                rest.education(),
                rest.phone(),
                rest.officePhone(),
                rest.jobTitle(),
                rest.note(),
                numbered.shown(),
                numbered.hash(),
                numbered.closed(),
                written,
                branch,
                group,
                kinds.kind().orElse(null),
                kinds.states(),
                kinds.deceased(),
                reading.faults(),
                reading.notes(),
                leaves ? Verdict.LEFT : reading.faults().isEmpty() ? Verdict.ADDED : Verdict.REFUSED);
    }

    /** Fields that stand for themselves. Read before the row is made, which then knows all that was given. */
    private record Rest(
            @Nullable String ethnicity,
            @Nullable String nativePlace,
            @Nullable LocalDate workStartedOn,
            @Nullable String education,
            @Nullable String phone,
            @Nullable String officePhone,
            @Nullable String jobTitle,
            @Nullable String note) {}

    private static Rest rest(RowReading reading) {
        return new Rest(
                reading.text(RosterField.ETHNICITY, 20),
                reading.text(RosterField.NATIVE_PLACE, 60),
                reading.day(RosterField.WORK_START),
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

    private record Numbered(
            @Nullable Accepted accepted,
            @Nullable String shown,
            @Nullable String hash,
            @Nullable String closed) {}

    private Numbered number(RowReading reading) {
        Cell cell = reading.cell(RosterField.IDENTITY_NUMBER);
        return switch (IdentityNumbers.parse(cell)) {
            case IdentityReading.Nothing() -> new Numbered(null, null, null, null);
            case IdentityReading.Refused(var problem) -> {
                String shown = cell.digitsLost()
                        ? cell.text()
                        : IdentityNumbers.masked(cell.text().strip());
                reading.fault(RosterField.IDENTITY_NUMBER, "imports.fault.number." + problem, shown);
                yield new Numbered(null, shown, null, null);
            }
            case Accepted accepted -> {
                reading.give(RosterField.IDENTITY_NUMBER);
                if (accepted.doubts().contains(IdentityReading.Doubt.OLD_NUMBER)) {
                    reading.note(RosterField.IDENTITY_NUMBER, "imports.note.oldNumber");
                }
                yield new Numbered(
                        accepted,
                        IdentityNumbers.masked(accepted.number()),
                        HexFormat.of().formatHex(vault.hash(accepted.number())),
                        HexFormat.of().formatHex(vault.seal(accepted.number())));
            }
        };
    }

    private static @Nullable LocalDate birth(RowReading reading, @Nullable Accepted number) {
        LocalDate written = reading.day(RosterField.BIRTH_DATE);
        if (number == null) {
            return written;
        }
        if (written != null && !written.equals(number.birthDate())) {
            String meant = number.birthDate().toString();
            reading.fault(
                    RosterField.BIRTH_DATE,
                    "imports.fault.birthAgainstNumber",
                    List.of(new Offer(meant, meant)),
                    written.toString(),
                    meant);
        }
        reading.give(RosterField.BIRTH_DATE);
        return number.birthDate();
    }

    private static @Nullable Sex sex(RowReading reading, @Nullable Accepted number) {
        String text = reading.text(RosterField.SEX, 4);
        Sex written = text == null ? null : SexWords.read(text).orElse(null);
        if (text != null && written == null) {
            reading.fault(RosterField.SEX, "imports.fault.sex", text);
        }
        if (number == null) {
            return written;
        }
        if (written != null && written != number.sex()) {
            reading.note(RosterField.SEX, "imports.note.sexAgainstNumber", String.valueOf(text));
        }
        reading.give(RosterField.SEX);
        return written == null ? number.sex() : written;
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
                        .replaceAll("(?<=[\\d-])\\s+(?=[\\d-])", "");
    }
}
