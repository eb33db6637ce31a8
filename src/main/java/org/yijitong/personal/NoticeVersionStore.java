package org.yijitong.personal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** The statements over what people were told. */
@Component
class NoticeVersionStore {
    /** A version; {@code told} as JSON. */
    record Version(Instant recordedAt, String told) {}

    private final Db db;

    NoticeVersionStore(Db db) {
        this.db = db;
    }

    /** Two servers that start at once do it one after the other. */
    void lock() {
        db.global("SELECT pg_advisory_xact_lock(hashtext('notice'))::text").list(String.class);
    }

    /** The latest ones, the last first. */
    List<Version> latest(int limit) {
        return db.global("""
                        SELECT recorded_at, told::text AS told FROM personal.notice_versions
                        ORDER BY recorded_at DESC LIMIT :limit
                        """).bind("limit", limit).list(Version.class);
    }

    void add(Instant now, String told) {
        db.global("INSERT INTO personal.notice_versions (recorded_at, told) VALUES (:now, :told::jsonb)")
                .bind("now", now)
                .bind("told", told)
                .run();
    }

    /** When it became another one than before. */
    Optional<Instant> changed() {
        return db.global("""
                SELECT max(recorded_at) FROM personal.notice_versions HAVING count(*) > 1
                """).first(Instant.class);
    }

    /** When whom people of a unit turn to became somebody else than before. */
    Optional<Instant> changed(UnitId unit) {
        return db.in(unit, """
                        SELECT max(recorded_at) FROM personal.contacts WHERE unit_id = :unit HAVING count(*) > 1
                        """).first(Instant.class);
    }
}
