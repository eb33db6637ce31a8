package org.yijitong.organization;

import java.util.List;
import java.util.UUID;
import org.yijitong.shared.Db;

/** All that is kept under the keys of identity numbers, of every unit, as the owner of the tables sees it. */
class IdentityKeyStore {
    private final Db db;

    IdentityKeyStore(Db db) {
        this.db = db;
    }

    /** A sealed number; bytes as hexadecimal. */
    record Held(UUID unitId, UUID personId, String numberHash, String sealed) {}

    List<Held> numbers(UUID unit, UUID person, int most) {
        return db.global("""
                        SELECT unit_id, person_id, encode(number_hash, 'hex') AS number_hash,
                            encode(sealed, 'hex') AS sealed
                        FROM organization.identity_numbers
                        WHERE (unit_id, person_id) > (:unit, :person) ORDER BY unit_id, person_id LIMIT :most
                        """)
                .bind("unit", unit)
                .bind("person", person)
                .bind("most", most)
                .list(Held.class);
    }

    void put(List<Held> numbers) {
        db.global("""
                UPDATE organization.identity_numbers n
                SET number_hash = decode(r.number_hash, 'hex'), sealed = decode(r.sealed, 'hex')
                FROM jsonb_to_recordset(:rows::jsonb) AS r(unit_id uuid, person_id uuid, number_hash text, sealed text)
                WHERE n.unit_id = r.unit_id AND n.person_id = r.person_id
                """).rows("rows", numbers).run();
    }

    /** A number in a row of a roster that came in. */
    record Row(UUID unitId, UUID importId, int line, String hash, String sealed) {}

    List<Row> rows(Row after, int most) {
        return db.global("""
                        SELECT unit_id, import_id, line, identity_hash AS hash, identity_sealed AS sealed
                        FROM organization.import_rows
                        WHERE identity_sealed IS NOT NULL
                          AND (unit_id, import_id, line) > (:unit, :import, :line)
                        ORDER BY unit_id, import_id, line LIMIT :most
                        """)
                .bind("unit", after.unitId())
                .bind("import", after.importId())
                .bind("line", after.line())
                .bind("most", most)
                .list(Row.class);
    }

    void putRows(List<Row> rows) {
        db.global("""
                UPDATE organization.import_rows i SET identity_hash = r.hash, identity_sealed = r.sealed
                FROM jsonb_to_recordset(:rows::jsonb)
                    AS r(unit_id uuid, import_id uuid, line int, hash text, sealed text)
                WHERE i.unit_id = r.unit_id AND i.import_id = r.import_id AND i.line = r.line
                """).rows("rows", rows).run();
    }

    /** A sealed workbook. */
    record Workbook(UUID unitId, UUID importId, String sealed) {}

    List<Workbook> rosters(UUID unit, UUID id, int most) {
        return db.global("""
                        SELECT unit_id, import_id, encode(file, 'hex') AS sealed FROM organization.imports
                        WHERE file IS NOT NULL AND (unit_id, import_id) > (:unit, :id)
                        ORDER BY unit_id, import_id LIMIT :most
                        """)
                .bind("unit", unit)
                .bind("id", id)
                .bind("most", most)
                .list(Workbook.class);
    }

    void putRosters(List<Workbook> files) {
        db.global("""
                UPDATE organization.imports i SET file = decode(r.sealed, 'hex')
                FROM jsonb_to_recordset(:rows::jsonb) AS r(unit_id uuid, import_id uuid, sealed text)
                WHERE i.unit_id = r.unit_id AND i.import_id = r.import_id
                """).rows("rows", files).run();
    }

    List<Workbook> charts(UUID unit, UUID id, int most) {
        return db.global("""
                        SELECT unit_id, import_id, encode(file, 'hex') AS sealed FROM organization.import_charts
                        WHERE file IS NOT NULL AND (unit_id, import_id) > (:unit, :id)
                        ORDER BY unit_id, import_id LIMIT :most
                        """)
                .bind("unit", unit)
                .bind("id", id)
                .bind("most", most)
                .list(Workbook.class);
    }

    void putCharts(List<Workbook> files) {
        db.global("""
                UPDATE organization.import_charts i SET file = decode(r.sealed, 'hex')
                FROM jsonb_to_recordset(:rows::jsonb) AS r(unit_id uuid, import_id uuid, sealed text)
                WHERE i.unit_id = r.unit_id AND i.import_id = r.import_id
                """).rows("rows", files).run();
    }
}
