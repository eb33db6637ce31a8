package org.yijitong.personal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Whom people turn to, in each unit. */
@Component
class ContactStore {
    private final Db db;

    ContactStore(Db db) {
        this.db = db;
    }

    List<Contacts.Handler> handlers() {
        return db.global("""
                        SELECT unit_id, name, superior_id FROM organization.v_unit_heads ORDER BY code LIMIT 500
                        """).list(Contacts.Handler.class);
    }

    Optional<Contact> latest(UnitId unit) {
        return db.in(unit, """
                        SELECT office, phone, address FROM personal.contacts
                        WHERE unit_id = :unit ORDER BY recorded_at DESC LIMIT 1
                        """).first(Contact.class);
    }

    void add(UnitId unit, Contact contact, Instant now) {
        db.in(unit, """
                        INSERT INTO personal.contacts (unit_id, recorded_at, office, phone, address)
                        VALUES (:unit, :now, :office, :phone, :address)
                        """)
                .bind("now", now)
                .bind("office", contact.office())
                .bind("phone", contact.phone())
                .bind("address", contact.address())
                .run();
    }
}
