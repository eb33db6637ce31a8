package org.yijitong.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yijitong.activity.ActivityKind;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.TreeRow;
import org.yijitong.organization.Units.Unit;

/**
 * Something that was held, before it is put into words.
 *
 * @param host who held it
 * @param sides organizations of the same unit that took part
 * @param guests organizations of other units that took part
 * @param recorded when it was written down
 * @param later when it was corrected, withdrawn or answered, if it was
 */
record Sitting(
        Place host,
        List<OrganizationId> sides,
        List<Guest> guests,
        LocalDate day,
        Instant recorded,
        Instant later,
        Set<ActivityKind> kinds,
        Fate fate) {
    /**
     * An organization that holds something.
     *
     * @param writer the branch whose secretary writes it down; for the bodies of a unit its top
     */
    record Place(OrganizationId id, String name, OrganizationKind kind, OrganizationId writer) {
        /** One that writes for itself. */
        static Place of(TreeRow row) {
            return of(row, row.organizationId());
        }

        static Place of(TreeRow row, OrganizationId writer) {
            return new Place(row.organizationId(), row.display(), row.kind(), writer);
        }
    }

    /** An organization of another unit, and what it will answer. */
    record Guest(Unit unit, OrganizationId id, String name, Reply reply) {}

    /** What a guest answers. */
    enum Reply {
        YES,
        NO,
        NONE
    }

    /** What became of a record. */
    enum Fate {
        STANDS,
        CORRECTED,
        WITHDRAWN
    }
}
