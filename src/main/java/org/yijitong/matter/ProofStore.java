package org.yijitong.matter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.document.Attachment;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** The statements over files of matters and what they show. */
@Component
class ProofStore {
    private final Db db;

    ProofStore(Db db) {
        this.db = db;
    }

    /**
     * What shows something: a file or a record.
     *
     * @param tokens by which the name of the file is found
     */
    record Proof(
            String field, @Nullable UUID fileId, @Nullable UUID recordId, Collection<String> tokens) {}

    /** A file by its name. */
    record Own(UUID fileId, String name) {}

    /** Those of a matter that showed something, and those that the account itself put in. */
    List<MatterFile> files(Scope scope, MatterId matter) {
        return db.in(scope.unit(), """
                        SELECT f.file_id, f.name, f.format, f.size, encode(f.hash, 'hex') AS hash
                        FROM matter.files f
                        WHERE f.unit_id = :unit AND f.matter_id = :matter
                          AND (f.account_id = :account OR EXISTS (SELECT FROM matter.evidence e
                              WHERE e.unit_id = :unit AND e.file_id = f.file_id))
                        ORDER BY f.file_id LIMIT 200
                        """)
                .bind("matter", matter)
                .bind("account", scope.account())
                .list(MatterFile.class);
    }

    /** Those of some files that the account itself put in beside a matter. */
    List<Own> own(Scope scope, MatterId matter, Collection<UUID> files) {
        return db.byKey(scope.unit(), """
                        SELECT file_id, name FROM matter.files
                        WHERE unit_id = :unit AND matter_id = :matter AND account_id = :account
                          AND file_id = ANY(:files::uuid[])
                        """)
                .bind("matter", matter)
                .bind("account", scope.account())
                .bind("files", files)
                .list(Own.class);
    }

    /** How many showed something, and how many the account itself put in besides; files of others that wait bar nobody. */
    int count(Scope scope, MatterId matter) {
        return db.in(scope.unit(), """
                        SELECT count(*)::int FROM matter.files f
                        WHERE f.unit_id = :unit AND f.matter_id = :matter
                          AND (f.account_id = :account OR EXISTS (SELECT FROM matter.evidence e
                              WHERE e.unit_id = :unit AND e.file_id = f.file_id))
                        """)
                .bind("matter", matter)
                .bind("account", scope.account())
                .one(Integer.class);
    }

    /** The same file under the same name, put in before by the same account. */
    Optional<UUID> again(Scope scope, MatterId matter, String name, String hash) {
        return db.in(scope.unit(), """
                        SELECT file_id FROM matter.files
                        WHERE unit_id = :unit AND matter_id = :matter AND account_id = :account AND name = :name
                          AND hash = decode(:hash, 'hex')
                        ORDER BY file_id LIMIT 1
                        """)
                .bind("matter", matter)
                .bind("account", scope.account())
                .bind("name", name)
                .bind("hash", hash)
                .first(UUID.class);
    }

    void add(Scope scope, MatterId matter, UUID id, String name, Attachment attachment, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO matter.files (unit_id, file_id, matter_id, hash, name, format, size, recorded_at,
                            account_id)
                        VALUES (:unit, :id, :matter, decode(:hash, 'hex'), :name, :format, :size, :now, :account)
                        """)
                .bind("id", id)
                .bind("matter", matter)
                .bind("hash", attachment.hash())
                .bind("name", name)
                .bind("format", attachment.kind())
                .bind("size", attachment.size())
                .bind("now", now)
                .bind("account", scope.account())
                .run();
    }

    /** Ties what was shown to the latest event of a matter that is held, and lets it be found by the names of files. */
    void show(UnitId unit, MatterId matter, Collection<Proof> proofs) {
        db.byKey(unit, """
                        WITH proofs AS (
                            SELECT * FROM jsonb_to_recordset(:proofs::jsonb) AS p(field text, file_id uuid,
                                record_id uuid, tokens text[])
                        ), found AS (
                            INSERT INTO matter.tokens (unit_id, token, matter_id)
                            SELECT DISTINCT :unit::uuid, t.token, :matter::uuid
                            FROM proofs p CROSS JOIN LATERAL unnest(p.tokens) AS t(token)
                            ON CONFLICT DO NOTHING
                        )
                        INSERT INTO matter.evidence (unit_id, matter_id, place, field, file_id, record_id)
                        SELECT :unit, m.matter_id, m.place, p.field, p.file_id, p.record_id
                        FROM matter.matters m
                        CROSS JOIN proofs p
                        WHERE m.unit_id = :unit AND m.matter_id = :matter
                        """).bind("matter", matter).rows("proofs", proofs).run();
    }
}
