package org.yijitong.operation.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the database and its two roles from {@code db/roles.sql}, the file a database administrator would run. */
final class Roles {

    static final String DATABASE = "yijitong";
    static final String OWNER = "yijitong_owner";
    static final String APPLICATION = "yijitong_app";

    /** duplicate_object (a role) and duplicate_database: an earlier start got that far and was interrupted. */
    private static final Set<String> ALREADY_THERE = Set.of("42710", "42P04");

    private static final Pattern END = Pattern.compile(";\\R");

    private Roles() {}

    /** Makes what is missing; does nothing to a database that is there. */
    static Database ensure(Server server, Secrets secrets) {
        try (var connection = server.connect("postgres")) {
            boolean there = exists(connection);
            var owner = there ? secrets.existing(OWNER) : secrets.of(OWNER);
            var application = there ? secrets.existing(APPLICATION) : secrets.of(APPLICATION);
            if (!there) {
                create(connection, owner, application);
            }
            return database(server, owner, application);
        } catch (SQLException e) {
            throw new StartRefused("the database of the data folder does not let us in: " + e.getMessage(), e);
        }
    }

    /** The database that is there. */
    static Database existing(Server server, Secrets secrets) {
        return database(server, secrets.existing(OWNER), secrets.existing(APPLICATION));
    }

    private static Database database(Server server, String owner, String application) {
        var url = server.url(DATABASE);
        return new Database(url, OWNER, owner, url, APPLICATION, application);
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            statement.setString(1, DATABASE);
            return statement.executeQuery().next();
        }
    }

    /** One statement at a time, since CREATE DATABASE stands in no transaction; it comes last but for its rights. */
    private static void create(Connection connection, String owner, String application) throws SQLException {
        var script = script().replace(":'owner_password'", literal(connection, owner))
                .replace(":'app_password'", literal(connection, application));
        try (var statement = connection.createStatement()) {
            for (var sql : END.splitAsStream(script).toList()) {
                execute(statement, sql);
            }
        }
    }

    private static void execute(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!ALREADY_THERE.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static String literal(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.enquoteLiteral(text);
        }
    }

    private static String script() {
        try (var stream = Objects.requireNonNull(Roles.class.getResourceAsStream("/db/roles.sql"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*\\R", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
