package org.yijitong.operation;

import org.yijitong.shared.Db;

/** Who else uses the database. */
class OthersStore {
    private final Db db;

    OthersStore(Db db) {
        this.db = db;
    }

    /** How many connections of the product there are but this one. */
    int others() {
        return db.global("""
                SELECT count(*)::int FROM pg_stat_activity
                WHERE datname = current_database() AND usename IN ('yijitong_app', 'yijitong_owner')
                  AND pid <> pg_backend_pid()
                """).one(Integer.class);
    }
}
