package org.yijitong.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** The book of each unit: held lightly by who adds facts, alone by who opens or closes obligations. */
@Component
class BookStore {
    /**
     * By what it is decided that facts set nothing off.
     *
     * @param published how many versions of mechanisms were looked at
     */
    record Known(LocalDate today, int published) {}

    private final Db db;

    BookStore(Db db) {
        this.db = db;
    }

    /**
     * Holds it lightly, as those do who only add facts.
     *
     * @param known what is known of the day and the rules
     * @param kind the kind of the sources
     * @return whether it did: not when periods of the day were not opened yet, another server published rules meanwhile,
     *     or one of the sources has told facts before
     */
    boolean share(UnitId unit, Known known, String kind, Collection<UUID> sources) {
        return db.byKey(unit, """
                        SELECT b.opened_to FROM ledger.books b
                        WHERE b.unit_id = :unit AND b.opened_to >= :today
                          AND (SELECT p.versions FROM mechanism.v_published p) = :published AND NOT EXISTS (SELECT FROM ledger.facts f
                            WHERE f.unit_id = :unit AND f.source_kind = :kind AND f.source_id = ANY(:sources::uuid[]))
                        FOR KEY SHARE OF b
                        """)
                .bind("today", known.today())
                .bind("published", known.published())
                .bind("kind", kind)
                .bind("sources", sources)
                .first(LocalDate.class)
                .isPresent();
    }

    /** The last day on which periods were opened, without holding it. */
    Optional<LocalDate> openedTo(UnitId unit) {
        return db.byKey(unit, """
                SELECT opened_to FROM ledger.books WHERE unit_id = :unit
                """).first(LocalDate.class);
    }

    /** Holds it alone; the last day on which periods were opened. A unit without a book gets one. */
    LocalDate hold(UnitId unit, LocalDate nothingTo) {
        db.in(unit, """
                        INSERT INTO ledger.books (unit_id, opened_to) VALUES (:unit, :to) ON CONFLICT DO NOTHING
                        """).bind("to", nothingTo).run();
        return db.in(unit, """
                        SELECT opened_to FROM ledger.books WHERE unit_id = :unit FOR UPDATE
                        """).one(LocalDate.class);
    }

    void openedTo(UnitId unit, LocalDate to) {
        db.in(unit, """
                        UPDATE ledger.books SET opened_to = :to WHERE unit_id = :unit
                        """).bind("to", to).run();
    }
}
