package org.yijitong.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yijitong.operation.ProductProcess;

/** A product that is killed while it puts a roster in, and its next start. */
@Timeout(300)
class KilledImportTests {
    private static final int PEOPLE = 300;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern HREF = Pattern.compile("\"href\":\"([^\"]+)\"");

    @TempDir
    private Path data;

    @Test
    void nothingOfItIsThereAndItCanBePutInAgain() throws Exception {
        String path;
        Visitor officer;
        try (var first = ProductProcess.start("--port", "0", "--data", data.toString())) {
            officer = Visitor.of(first.address(), "hechangfeng");
            path = brought(officer);
            reached(officer, path, "CHECKED");
            try (Connection beside = administrator()) {
                stopWriters(beside);
                officer.post(path + "/application", "application/json", "");
                await().atMost(60, TimeUnit.SECONDS).until(() -> halfWritten(beside));
                assertThat(officer.get(path)).contains("\"APPLYING\"", "\"done\":30");
                first.kill();
            }
        }
        String later = Instant.now().plus(Duration.ofMinutes(2)).toString();
        try (var second = ProductProcess.start("--port", "0", "--data", data.toString(), "--now", later)) {
            officer.goTo(second.address());
            assertThat(held()).as("people, memberships, numbers, tokens, notes").isZero();
            reached(officer, path, "CHECKED");
            assertThat(officer.get(path)).contains("\"ADDED\":" + PEOPLE);
            officer.post(path + "/application", "application/json", "");
            reached(officer, path, "APPLIED");
            assertThat(held()).isGreaterThanOrEqualTo(5 * PEOPLE);
        }
    }

    /** Whoever writes search tokens, late in the one transaction, waits while this connection lasts. */
    private static void stopWriters(Connection beside) throws SQLException {
        beside.setAutoCommit(false);
        beside.createStatement().execute("LOCK TABLE organization.people_tokens IN SHARE MODE");
    }

    private static boolean halfWritten(Connection beside) throws SQLException {
        return number(beside, """
                SELECT count(*) FROM pg_locks
                WHERE NOT granted AND relation = 'organization.people_tokens'::regclass
                """) > 0;
    }

    /** Rows about the people of the roster, seen from behind the product. */
    private long held() throws SQLException, IOException {
        try (Connection connection = administrator()) {
            return number(connection, """
                    SELECT sum((SELECT count(*) FROM organization.memberships m WHERE m.person_id = r.new_person_id)
                        + (SELECT count(*) FROM organization.people p WHERE p.person_id = r.new_person_id)
                        + (SELECT count(*) FROM organization.identity_numbers n WHERE n.person_id = r.new_person_id)
                        + (SELECT count(*) FROM organization.people_tokens t WHERE t.person_id = r.new_person_id)
                        + (SELECT count(*) FROM organization.person_changes c WHERE c.person_id = r.new_person_id))
                    FROM organization.import_rows r
                    """);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection administrator() throws SQLException, IOException {
        String port = Files.readString(data.resolve("pg/port")).strip();
        String password = Files.readString(data.resolve("secrets/postgres")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/yijitong", "postgres", password);
    }

    private static void reached(Visitor officer, String path, String state) {
        await().atMost(60, TimeUnit.SECONDS).until(() -> officer.get(path).contains("\"state\":\"" + state + "\""));
    }

    /** A roster of people nobody else is named like, for a branch of the officer's unit. */
    private static String brought(Visitor officer) throws IOException, InterruptedException {
        String unit = "/api/v1/units/" + first(ID, officer.get("/api/v1/units"));
        String rows = IntStream.range(0, PEOPLE)
                .mapToObj(i -> "阙%s,%s,2012.7.1,第一支部,正式党员\n".formatted(character(i), number(i)))
                .collect(Collectors.joining());
        String body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n姓名,公民身份号码,入党时间,所在支部,人员类别\n" + rows + "\r\n--edge--\r\n";
        return first(HREF, officer.post(unit + "/imports", "multipart/form-data; boundary=edge", body));
    }

    private static String first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static String character(int i) {
        return Character.toString('一' + i % 20) + Character.toString('丁' + i / 20);
    }

    /** With its check character (GB 11643-1999). */
    private static String number(int i) {
        String seventeen = "99600119800307%03d".formatted(i);
        int sum = 0;
        for (int at = 0; at < 17; at++) {
            sum = (sum + seventeen.charAt(at) - '0') * 2 % 11;
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
