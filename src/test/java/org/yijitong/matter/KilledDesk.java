package org.yijitong.matter;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.yijitong.TestDatabase;
import org.yijitong.operation.ProductProcess;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.api.Program;
import org.yijitong.shared.Days;
import org.yijitong.shared.Moment;
import org.yijitong.shared.WorkingDays;

/** The product as a process of its own, to be killed, on the database of the test, which goes on and looks at what is left. */
abstract class KilledDesk extends MatterDesk {
    @Autowired
    ApplicationContext product;

    @Autowired
    Environment properties;

    @Autowired
    WorkingDays workingDays;

    @TempDir
    Path folder;

    /** The next working day: mail is sent then. */
    LocalDate day() {
        return workingDays.plus(today, 1);
    }

    /** As if it were so long after ten on that day. */
    void at(Duration later, Runnable work) {
        Moment.at(
                day().atTime(10, 0).atZone(Days.SHANGHAI).toInstant().plus(later),
                new Random(UUID.randomUUID().getLeastSignificantBits()),
                work);
    }

    ProductProcess start(Duration later, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATABASE_URL", property("spring.datasource.url"),
                "DATABASE_USER", property("spring.datasource.username"),
                "DATABASE_PASSWORD", property("spring.datasource.password"),
                "DATABASE_OWNER_USER", property("spring.flyway.user"),
                "DATABASE_OWNER_PASSWORD", property("spring.flyway.password"),
                "YIJITONG_SECRETS", property("yijitong.secrets")));
        environment.putAll(more);
        String now = day().atTime(10, 0)
                .atZone(Days.SHANGHAI)
                .toInstant()
                .plus(later)
                .toString();
        return ProductProcess.start(
                environment,
                "--port",
                "0",
                "--empty",
                "--data",
                folder.resolve("node").toString(),
                "--now",
                now);
    }

    private String property(String name) {
        return properties.getRequiredProperty(name);
    }

    /** A program that works as a post, from that day on. */
    Program program(String role, OrganizationId top) {
        List<Program> one = new ArrayList<>();
        at(Duration.ZERO, () -> one.add(Program.as(product, 0, role, made.unit(), top)));
        return one.getFirst();
    }

    /** Something that is asked of the product under a key of its own. */
    record Wish(Program who, String path, String body, String type, String key) {
        static Wish of(Program who, String path, String body) {
            return new Wish(
                    who, path, body, "application/json", UUID.randomUUID().toString());
        }

        /** The answer; nothing when the product went away meanwhile. */
        Optional<HttpResponse<String>> ask(String address) {
            try {
                return Optional.of(new Program(address, who.token())
                        .send("POST", path, body, "Content-Type", type, "Idempotency-Key", key));
            } catch (IllegalStateException gone) {
                return Optional.empty();
            }
        }
    }

    Connection administrator() throws SQLException {
        return TestDatabase.administrator(
                property("spring.datasource.url").replaceFirst("\\?.*", "").replaceFirst(".*/", ""));
    }

    List<String> ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query.replace(":unit", "'" + office.unit() + "'"))) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** How many rows the unit has in whatever a matter is written to. */
    Map<String, Long> rows() throws SQLException {
        List<String> tables = List.of(
                "matter.matters",
                "matter.events",
                "matter.files",
                "matter.parts",
                "matter.merger_answers",
                "matter.migration_ends",
                "matter.tokens",
                "document.contents",
                "audit.entries",
                "ledger.facts",
                "notice.deliveries",
                "shared.once_keys");
        try (Connection connection = administrator()) {
            Map<String, Long> rows = new HashMap<>();
            for (String table : tables) {
                String query = "SELECT count(*) FROM " + table + " WHERE unit_id = :unit";
                rows.put(table, Long.valueOf(ask(connection, query).getFirst()));
            }
            return rows;
        }
    }

    static Map<String, Long> more(Map<String, Long> before, Map<String, Long> after) {
        return after.entrySet().stream()
                .filter(each -> !each.getValue().equals(before.get(each.getKey())))
                .collect(toMap(Map.Entry::getKey, each -> each.getValue() - before.getOrDefault(each.getKey(), 0L)));
    }

    /** What does not agree: matters with their events, the log, the facts of the ledger, messages, keys of requests. */
    List<String> halfDone() throws SQLException {
        try (Connection connection = administrator()) {
            return ask(connection, """
                    WITH last AS (
                        SELECT DISTINCT ON (matter_id) * FROM matter.events WHERE unit_id = :unit
                        ORDER BY matter_id, place DESC
                    ), sums AS (
                        SELECT matter_id, count(*) AS events, count(*) FILTER (WHERE kind = 'step') AS steps,
                               max(place) AS place
                        FROM matter.events WHERE unit_id = :unit GROUP BY matter_id
                    ), said AS (
                        SELECT subject_id, count(*) FILTER (WHERE action = 'matter.begun') AS begun,
                               count(*) FILTER (WHERE action = 'matter.step') AS steps
                        FROM audit.entries WHERE unit_id = :unit AND subject_kind = 'matter' GROUP BY subject_id
                    ), facts AS (
                        SELECT f.source_id FROM ledger.facts f
                        WHERE f.unit_id = :unit AND f.source_kind = 'matter' AND NOT EXISTS (
                            SELECT FROM ledger.retractions r WHERE r.unit_id = :unit AND r.fact_id = f.fact_id)
                    )
                    SELECT 'not as its last event: ' || m.matter_id
                    FROM matter.matters m LEFT JOIN last l ON l.matter_id = m.matter_id
                    WHERE m.unit_id = :unit AND (m.place, m.state, m.owner_id, m.due_on, m.vacant)
                        IS DISTINCT FROM (l.place, l.state, l.owner_id, l.due_on, l.vacant)
                    UNION ALL SELECT 'gap: ' || matter_id FROM sums WHERE events <> place
                    UNION ALL SELECT 'log: ' || s.matter_id
                    FROM sums s LEFT JOIN said a ON a.subject_id = s.matter_id
                    WHERE (s.steps, 1) IS DISTINCT FROM (a.steps, a.begun)
                    UNION ALL SELECT 'fact: ' || m.matter_id
                    FROM matter.matters m JOIN last l ON l.matter_id = m.matter_id
                    WHERE m.unit_id = :unit AND l.kind <> 'merged'
                      AND m.open = (m.matter_id IN (SELECT source_id FROM facts))
                    UNION ALL SELECT 'untold: ' || e.matter_id || ' ' || e.place
                    FROM matter.events e JOIN notice.hooks h ON h.unit_id = :unit AND e.kind = ANY(h.kinds)
                    WHERE e.unit_id = :unit AND e.recorded_at >= h.recorded_at AND NOT EXISTS (
                        SELECT FROM notice.deliveries d WHERE d.unit_id = :unit AND d.hook_id = h.hook_id
                            AND d.subject_id = e.matter_id AND d.place = e.place)
                    UNION ALL SELECT 'key: ' || key FROM shared.once_keys WHERE unit_id = :unit AND location IS NULL
                    """);
        }
    }
}
