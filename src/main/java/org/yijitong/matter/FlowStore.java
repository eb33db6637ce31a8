package org.yijitong.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;

/** The statements over published flows. Definitions belong to no unit. */
@Component
class FlowStore {
    /** A version as it is stored. */
    record Stored(
            UUID versionId,
            String flow,
            int number,
            String pack,
            LocalDate publishedOn,
            Instant recordedAt,
            String content) {}

    private final Db db;

    FlowStore(Db db) {
        this.db = db;
    }

    /** Two servers that start at once do it one after the other. */
    void lock() {
        db.global("SELECT pg_advisory_xact_lock(hashtext('flows'))::text").list(String.class);
    }

    List<Stored> all() {
        return db.global("""
                SELECT version_id, flow, number, pack, published_on, recorded_at, content
                FROM matter.flow_versions ORDER BY flow, number
                """).list(Stored.class);
    }

    /** How many versions there are; none ever goes. */
    int count() {
        return db.global("SELECT count(*)::int FROM matter.flow_versions").one(Integer.class);
    }

    void add(Collection<Stored> versions) {
        db.global("""
                INSERT INTO matter.flow_versions (version_id, flow, number, pack, published_on, recorded_at, content)
                SELECT version_id, flow, number, pack, published_on, recorded_at, content
                FROM jsonb_to_recordset(:versions::jsonb) AS r(version_id uuid, flow text, number int, pack text,
                    published_on date, recorded_at timestamptz, content text)
                """).rows("versions", versions).run();
    }

    /** The text of the latest version of a flow. */
    Optional<String> latest(String flow) {
        return db.global("""
                SELECT content FROM matter.flow_versions WHERE flow = :flow ORDER BY number DESC LIMIT 1
                """).bind("flow", flow).first(String.class);
    }
}
