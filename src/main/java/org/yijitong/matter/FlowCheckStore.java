package org.yijitong.matter;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Which flows a unit has compared with the official text. */
@Component
class FlowCheckStore {
    private final Db db;

    FlowCheckStore(Db db) {
        this.db = db;
    }

    boolean checked(UnitId unit, UUID version) {
        return db.in(unit, """
                        SELECT count(*) > 0 FROM matter.flow_checks WHERE unit_id = :unit AND version_id = :version
                        """).bind("version", version).one(Boolean.class);
    }

    /** Whether it was not said before. */
    boolean check(Scope scope, UUID version, Instant now) {
        return db.in(scope.unit(), """
                        INSERT INTO matter.flow_checks (unit_id, version_id, account_id, recorded_at)
                        VALUES (:unit, :version, :account, :now)
                        ON CONFLICT (unit_id, version_id) DO NOTHING
                        """)
                        .bind("version", version)
                        .bind("account", scope.account())
                        .bind("now", now)
                        .run()
                == 1;
    }
}
