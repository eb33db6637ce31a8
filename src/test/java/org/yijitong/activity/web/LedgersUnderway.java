package org.yijitong.activity.web;

import static org.awaitility.Awaitility.await;
import static org.yijitong.access.web.Browser.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yijitong.TestDatabase;
import org.yijitong.access.web.Browser;
import org.yijitong.overview.OverviewDesk;

/** Whoever looks at ledgers while they are written down or taken back, and what stands meanwhile. */
abstract class LedgersUnderway extends OverviewDesk {
    @Autowired
    private JdbcClient jdbc;

    Connection administrator() throws SQLException {
        return TestDatabase.administrator(
                jdbc.sql("SELECT current_database()").query(String.class).single());
    }

    static List<String> ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** How every obligation of the unit stands, and the sums over them. */
    List<String> standings() throws SQLException {
        try (Connection connection = administrator()) {
            return ask(connection, """
                    SELECT obligation_id || ' ' || done || ' ' || excused AS line FROM ledger.standings
                    WHERE unit_id = '%1$s'
                    UNION ALL
                    SELECT duty_id || ' ' || month || ' ' || sum(owed) || ' ' || sum(met) FROM (
                        SELECT duty_id, month, owed, met FROM ledger.tallies WHERE unit_id = '%1$s'
                        UNION ALL
                        SELECT duty_id, month, owed, met FROM ledger.tally_changes WHERE unit_id = '%1$s') t
                    GROUP BY duty_id, month HAVING sum(owed) <> 0 OR sum(met) <> 0
                    ORDER BY line
                    """.formatted(made.unit().unitId()));
        }
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static Document settled(Browser who, String address) {
        await().atMost(60, TimeUnit.SECONDS)
                .dontCatchUncaughtExceptions()
                .until(() -> page(who.get(address)).select("progress").isEmpty());
        return page(who.get(address));
    }

    /** Holds the work up in its middle, does something to whoever waits there, then something else, and lets it go on. */
    void halfway(Runnable work, String what, Runnable then) throws SQLException {
        try (Connection beside = administrator()) {
            beside.setAutoCommit(false);
            beside.createStatement().execute("LOCK TABLE activity.record_tokens IN SHARE MODE");
            work.run();
            await().atMost(60, TimeUnit.SECONDS)
                    .dontCatchUncaughtExceptions()
                    .until(() -> !ask(beside, waiting(what)).isEmpty());
            then.run();
            beside.rollback();
        }
    }

    private static String waiting(String what) {
        return "SELECT " + what + " FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE"
                + " datname = current_database()) AND relation = 'activity.record_tokens'::regclass";
    }
}
