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
    private final Db db;

    BookStore(Db db) {
        this.db = db;
    }

    /**
     * How a book stands.
     *
     * @param openedTo the last day on which periods were opened
     * @param told whether any of the sources has told facts before
     */
    record Book(LocalDate openedTo, boolean told) {}

    /** Reads it, without holding it. */
    Optional<Book> read(UnitId unit, String kind, Collection<UUID> sources) {
        return db.in(unit, """
                        SELECT b.opened_to, EXISTS (SELECT FROM ledger.facts f
                            WHERE f.unit_id = :unit AND f.source_kind = :kind AND f.source_id = ANY(:sources::uuid[])) AS told
                        FROM ledger.books b WHERE b.unit_id = :unit
                        """).bind("kind", kind).bind("sources", sources).first(Book.class);
    }

    /** Holds it lightly, as those do who only add facts. */
    void share(UnitId unit) {
        db.in(unit, """
                SELECT opened_to FROM ledger.books WHERE unit_id = :unit FOR KEY SHARE
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
