package org.yijitong.organization;

import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Sealed identity numbers, found by keyed hash. Bytes travel as hexadecimal. */
@Component
class IdentityStore {
    private final Db db;

    IdentityStore(Db db) {
        this.db = db;
    }

    record Sealed(PersonId personId, String numberHash, String sealed) {}

    /** Keeps numbers; those held by anyone else, in whatever unit, are not taken. The people whose numbers were. */
    List<PersonId> add(UnitId unit, List<Sealed> numbers) {
        return db.in(unit, """
                        INSERT INTO organization.identity_numbers (number_hash, unit_id, person_id, sealed)
                        SELECT decode(number_hash, 'hex'), :unit, person_id, decode(sealed, 'hex')
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(person_id uuid, number_hash text, sealed text)
                        ON CONFLICT DO NOTHING
                        RETURNING person_id
                        """).rows("rows", numbers).list(java.util.UUID.class).stream()
                .map(PersonId::new)
                .toList();
    }

    /** Removes numbers; whether there were any. */
    boolean remove(UnitId unit, Collection<PersonId> people) {
        return db.in(unit, """
                        DELETE FROM organization.identity_numbers
                        WHERE unit_id = :unit AND person_id = ANY(:people::uuid[])
                        """).bind("people", people).run() > 0;
    }

    /** Hands the number of an entry that goes to one that stays: passed, dropped if that one has its own, or none. */
    Optional<String> pass(UnitId unit, PersonId gone, PersonId kept) {
        boolean passed = db.in(unit, """
                        UPDATE organization.identity_numbers SET person_id = :kept
                        WHERE unit_id = :unit AND person_id = :gone
                          AND NOT EXISTS (SELECT FROM organization.identity_numbers
                                          WHERE unit_id = :unit AND person_id = :kept)
                        """).bind("gone", gone).bind("kept", kept).run() == 1;
        return passed ? Optional.of("passed") : remove(unit, List.of(gone)) ? Optional.of("dropped") : Optional.empty();
    }

    record Kept(PersonId personId, String sealed) {}

    /** What is kept for some people, still sealed. */
    Map<PersonId, byte[]> sealed(UnitId unit, Collection<PersonId> people) {
        Map<PersonId, byte[]> result = new HashMap<>();
        db.in(unit, """
                        SELECT person_id, encode(sealed, 'base64') AS sealed FROM organization.identity_numbers
                        WHERE unit_id = :unit AND person_id = ANY(:people::uuid[])
                        """)
                .bind("people", people)
                .list(Kept.class)
                .forEach(kept ->
                        result.put(kept.personId(), Base64.getMimeDecoder().decode(kept.sealed())));
        return result;
    }

    record Held(String hash, PersonId personId) {}

    /** Who in the unit holds some numbers, by the hexadecimal hash. */
    Map<String, PersonId> holders(UnitId unit, Collection<byte[]> hashes) {
        Map<String, PersonId> result = new HashMap<>();
        db.in(unit, """
                        SELECT encode(number_hash, 'hex') AS hash, person_id FROM organization.identity_numbers
                        WHERE unit_id = :unit AND number_hash = ANY(
                            SELECT decode(h, 'hex') FROM unnest(:hashes) AS h)
                        """)
                .bind("hashes", hashes.stream().map(HexFormat.of()::formatHex).toList())
                .list(Held.class)
                .forEach(held -> result.put(held.hash(), held.personId()));
        return result;
    }
}
