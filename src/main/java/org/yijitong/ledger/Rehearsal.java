package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.mechanism.Duty;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.UnitId;

/**
 * What a document that is not in force would have come to in a past year.
 *
 * @param first the first day of it
 * @param last the last day; periods that end later are left out
 */
public record Rehearsal(LocalDate first, LocalDate last, List<Outcome> outcomes) {
    /**
     * What one duty would have come to.
     *
     * @param lines for each organization that would have owed it, or by which its people would have
     * @param sample of how many records that would have counted {@code shared} tells; at most 2,000 of a unit
     * @param shared what the same records counted for, the most first
     * @param changes beside the version in force; null when there is none
     */
    public record Outcome(
            Duty duty,
            List<Line> lines,
            int sample,
            List<Shared> shared,
            @Nullable Changes changes) {
        /** How many obligations there would have been. */
        public int owed() {
            return lines.stream().mapToInt(Line::owed).sum();
        }

        /** How many of them the records that are there would have met. */
        public int met() {
            return lines.stream().mapToInt(Line::met).sum();
        }

        /** How much was missing in all: records, or what is added up. */
        public BigDecimal missing() {
            return lines.stream().map(Line::missing).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** How many obligations an organization would have had, how many met, and how much would have been missing. */
    public record Line(UnitId unit, OrganizationId organization, int owed, int met, BigDecimal missing) {
        /** Both together, under the name of this one. */
        public Line plus(Line other) {
            return new Line(unit, organization, owed + other.owed, met + other.met, missing.add(other.missing));
        }
    }

    /** How many of the sampled records count for a duty in force. */
    public record Shared(UUID dutyId, int facts) {}

    /**
     * How obligations change beside those of the version in force.
     *
     * @param come owed only by the new version
     * @param gone owed only by the version in force
     * @param lost met before and no longer
     * @param won met only by the new version
     */
    public record Changes(int come, int gone, int lost, int won) {
        Changes plus(Changes other) {
            return new Changes(come + other.come, gone + other.gone, lost + other.lost, won + other.won);
        }
    }
}
