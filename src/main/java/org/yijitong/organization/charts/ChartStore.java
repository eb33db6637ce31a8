package org.yijitong.organization.charts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Charts that were brought in: their file, sealed, and what became of them. */
@Component
class ChartStore {
    private static final String COLUMNS = """
            SELECT import_id, top_id, account_id, created_at, file_name, effective_on, state, added, changed, finished_at
            FROM organization.import_charts
            """;

    private final Db db;
    private final Days days;

    ChartStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    void add(Scope scope, ChartId id, String fileName, byte[] closed, LocalDate on, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO organization.import_charts (unit_id, import_id, top_id, account_id, created_at,
                            file_name, file, effective_on, state)
                        VALUES (:unit, :id, :top, :account, :now, :name, :file, :on, 'waiting')
                        """)
                .bind("id", id)
                .bind("top", scope.top())
                .bind("account", scope.account())
                .bind("now", now)
                .bind("name", fileName)
                .bind("file", closed)
                .bind("on", on)
                .run();
    }

    Optional<ChartImport> find(Scope scope, ChartId id) {
        return db.in(scope.unit(), COLUMNS + """
                                WHERE unit_id = :unit AND import_id = :id AND top_id IN (
                                    SELECT organization_id FROM organization.reach(:unit, :top, :today))
                                """)
                .bind("id", id)
                .bind("top", scope.top())
                .bind("today", days.today())
                .first(ChartImport.class);
    }

    /** The latest charts of a unit, newest first. */
    List<ChartImport> latest(Scope scope, int limit) {
        return db.in(scope.unit(), COLUMNS + """
                                WHERE unit_id = :unit AND top_id IN (
                                    SELECT organization_id FROM organization.reach(:unit, :top, :today))
                                ORDER BY created_at DESC, import_id LIMIT :limit
                                """)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("limit", limit)
                .list(ChartImport.class);
    }

    /** The sealed file of a chart that waits. */
    Optional<byte[]> file(UnitId unit, ChartId id) {
        return db.in(unit, """
                        SELECT file FROM organization.import_charts
                        WHERE unit_id = :unit AND import_id = :id AND state = 'waiting'
                        """).bind("id", id).first(byte[].class);
    }

    /** Puts away a chart that waits, its file with it; whether it still waited. */
    boolean finish(UnitId unit, ChartId id, ChartState state, int added, int changed, Instant now) {
        return db.in(unit, """
                        UPDATE organization.import_charts
                        SET state = :state, added = :added, changed = :changed, finished_at = :now, file = NULL
                        WHERE unit_id = :unit AND import_id = :id AND state = 'waiting'
                        """)
                        .bind("id", id)
                        .bind("state", state)
                        .bind("added", added)
                        .bind("changed", changed)
                        .bind("now", now)
                        .run()
                == 1;
    }
}
