package org.yijitong.organization.imports;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.Cell;
import org.yijitong.organization.IdentityVault;
import org.yijitong.organization.Sex;
import org.yijitong.organization.imports.Fault.Offer;
import org.yijitong.organization.roster.IdentityNumbers;
import org.yijitong.organization.roster.IdentityReading;
import org.yijitong.organization.roster.IdentityReading.Accepted;
import org.yijitong.organization.roster.RosterField;
import org.yijitong.organization.roster.SexWords;

/** Reads identity number, birthday and sex of a row, which have to agree. */
final class IdentityReader {
    private final IdentityVault vault;

    IdentityReader(IdentityVault vault) {
        this.vault = vault;
    }

    /** What a row says of who someone is. */
    record Identified(
            StagedRow.Numbered numbered,
            @Nullable LocalDate birth,
            @Nullable Sex sex) {}

    private record Numbered(@Nullable Accepted accepted, StagedRow.Numbered kept) {}

    Identified read(RowReading reading) {
        Numbered number = number(reading);
        return new Identified(number.kept(), birth(reading, number.accepted()), sex(reading, number.accepted()));
    }

    private Numbered number(RowReading reading) {
        Cell cell = reading.cell(RosterField.IDENTITY_NUMBER);
        return switch (IdentityNumbers.parse(cell)) {
            case IdentityReading.Nothing() -> new Numbered(null, StagedRow.Numbered.NONE);
            case IdentityReading.Refused(var problem) -> {
                String shown = cell.digitsLost()
                        ? cell.text()
                        : IdentityNumbers.masked(cell.text().strip());
                reading.fault(RosterField.IDENTITY_NUMBER, "imports.fault.number." + problem, shown);
                yield new Numbered(null, new StagedRow.Numbered(shown, null, null));
            }
            case Accepted accepted -> {
                reading.give(RosterField.IDENTITY_NUMBER);
                if (accepted.doubts().contains(IdentityReading.Doubt.OLD_NUMBER)) {
                    reading.note(RosterField.IDENTITY_NUMBER, "imports.note.oldNumber");
                }
                yield new Numbered(
                        accepted,
                        new StagedRow.Numbered(
                                IdentityNumbers.masked(accepted.number()),
                                HexFormat.of().formatHex(vault.hash(accepted.number())),
                                HexFormat.of().formatHex(vault.seal(accepted.number()))));
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
}
