package org.yijitong.journeys;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.yijitong.TestDatabase;
import org.yijitong.access.Accounts;
import org.yijitong.access.World;
import org.yijitong.journeys.FoundForm.Field;
import org.yijitong.journeys.FoundForms.Shown;
import org.yijitong.journeys.Intruder.Answer;
import org.yijitong.organization.Units;
import org.yijitong.organization.Units.Unit;

/** Fields that a form does not show, sent with it. */
final class ExtraFields {
    private static final List<String> UNIT = List.of("unit", "unitId", "unit_id", "scope", "scope.unit", "home");
    private static final List<String> ACCOUNT = List.of(
            "id",
            "account",
            "accountId",
            "account_id",
            "createdBy",
            "created_by",
            "saidBy",
            "by",
            "recordedBy",
            "owner",
            "person",
            "personId");
    private static final List<String> ORGANIZATION = List.of(
            "organization", "organizationId", "organization_id", "superior", "branch", "host", "top", "scope.top");
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("role", "administrator"),
            Map.entry("roles", "administrator"),
            Map.entry("grants[0].role", "administrator"),
            Map.entry("agreed", "true"),
            Map.entry("approved", "true"),
            Map.entry("released", "true"),
            Map.entry("admin", "true"),
            Map.entry("active", "true"),
            Map.entry("wholeUnit", "true"),
            Map.entry("version", "999"),
            Map.entry("revision", "999"),
            Map.entry("state", "APPROVED"),
            Map.entry("status", "APPROVED"),
            Map.entry("recordedAt", "2001-02-03T04:05:06Z"),
            Map.entry("createdAt", "2001-02-03T04:05:06Z"));
    /** Fewer would say little. */
    private static final int FEWEST = 20;

    private static final String LONG_AGO = "2001-02-03";

    private final ApplicationContext context;
    private final FoundForms found;
    private final Map<String, String> extra = new TreeMap<>(SAID);
    private final List<String> claims;

    /** In how many rows of each table one of the claims stood before. */
    private final Map<String, Integer> before;

    private final int administrators;

    ExtraFields(ApplicationContext context, FoundForms found) throws SQLException {
        this.context = context;
        this.found = found;
        World world = new World(context.getBean(Units.class), context.getBean(Accounts.class));
        Unit foreign = world.tree().foreign();
        String stranger =
                world.account(world.name("stranger"), "member", foreign).toString();
        UNIT.forEach(name -> extra.put(name, foreign.unitId().toString()));
        ACCOUNT.forEach(name -> extra.put(name, stranger));
        ORGANIZATION.forEach(name -> extra.put(name, foreign.rootId().toString()));
        claims = List.of(foreign.unitId().toString(), stranger, foreign.rootId().toString(), LONG_AGO);
        before = rows();
        administrators = administrators();
    }

    /** Sends every form with them; what was written from them, or was a fault of ours. */
    List<String> send() throws SQLException {
        List<String> faults = new ArrayList<>();
        int taken = 0;
        int sent = 0;
        for (Shown each : found.forms()) {
            if (each.form().method().equals("post")) {
                sent++;
                Optional<Answer> answer = send(each);
                taken += answer.filter(Answer::taken).isPresent() ? 1 : 0;
                answer.filter(said -> said.status() >= 500).ifPresent(said -> faults.add(each + ": " + said.status()));
            }
        }
        faults.addAll(changed(before, rows()));
        if (administrators() != administrators) {
            faults.add("there are other administrators");
        }
        System.out.printf(
                "extra fields: %d forms × %d fields, %d taken, %d tables compared, %d changed%n",
                sent, extra.size(), taken, before.size(), faults.size());
        if (taken < FEWEST) {
            faults.add("only " + taken + " forms were taken at all");
        }
        return faults;
    }

    private static List<String> changed(Map<String, Integer> before, Map<String, Integer> after) {
        return after.entrySet().stream()
                .filter(each -> !Objects.equals(each.getValue(), before.get(each.getKey())))
                .map(Map.Entry::toString)
                .toList();
    }

    /** The form as a patient visitor sends it, with the fields it does not have. */
    private Optional<Answer> send(Shown shown) {
        Intruder by = found.other(shown.to());
        return shown.form().again(by.get(shown.form().page()).page()).map(now -> {
            List<Map.Entry<String, String>> fields = new ArrayList<>();
            for (Field each : now.fields()) {
                if (each.kind() != FoundForm.Kind.FILE) {
                    fields.add(Map.entry(each.name(), each.value()));
                }
            }
            extra.forEach((name, value) -> {
                if (!now.names().contains(name)) {
                    fields.add(Map.entry(name, value));
                }
            });
            if (by.role().equals(FoundForms.NOBODY)) {
                by.move();
            }
            fields.add(Intruder.csrf(by.token(now.page())));
            return now.files()
                    ? by.upload(now.action(), fields, "file", "a.csv", new byte[] {'a'})
                    : by.post(now.action(), fields);
        });
    }

    private int administrators() throws SQLException {
        try (Connection connection = administrator();
                var query = connection.createStatement();
                var found = query.executeQuery(
                        "SELECT count(DISTINCT account_id) FROM access.grants WHERE role = 'administrator'")) {
            found.next();
            return found.getInt(1);
        }
    }

    /** In how many rows of each table one of the claims stands. */
    private Map<String, Integer> rows() throws SQLException {
        Map<String, Integer> rows = new TreeMap<>();
        try (Connection connection = administrator();
                var query = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (var found = query.executeQuery("SELECT schemaname || '.' || tablename FROM pg_tables"
                    + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND schemaname || tablename NOT IN"
                    // The log signs what waits meanwhile; what it says stands in its entries.
                    + " ('auditleaves', 'auditwaiting')")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                String like = String.join("|", claims);
                try (var found =
                        query.executeQuery("SELECT count(*) FROM " + table + " x WHERE x::text ~ '" + like + "'")) {
                    found.next();
                    rows.put(table, found.getInt(1));
                }
            }
        }
        return rows;
    }

    private Connection administrator() throws SQLException {
        String url = Objects.requireNonNull(context.getEnvironment().getProperty("spring.datasource.url"));
        return TestDatabase.administrator(Stream.of(url.split("[/?]", -1))
                .filter(each -> each.startsWith("test_"))
                .findFirst()
                .orElseThrow());
    }
}
