package org.yijitong.operation.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** A database server that someone else runs, named by the environment. */
public final class ExternalServer {

    /** The schema that stands in a database while it is being restored. */
    public static final String RESTORING = "restoring";

    static final String URL = "DATABASE_URL";
    private static final List<String> ROLES =
            List.of("DATABASE_USER", "DATABASE_PASSWORD", "DATABASE_OWNER_USER", "DATABASE_OWNER_PASSWORD");
    private static final String PATIENCE_SECONDS = "10";
    private static final int OLDEST = 15;

    private ExternalServer() {}

    /**
     * The server that {@code DATABASE_URL} names, after a visit as each role; empty if it names none.
     *
     * @throws StartRefused if a variable is missing, the server cannot be reached, is older than 15, or the
     *     application role could step around row-level security
     */
    public static Optional<Database> of(Map<String, String> environment) {
        var url = environment.getOrDefault(URL, "").strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        var missing = ROLES.stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new StartRefused(URL + " is set but not " + String.join(", ", missing));
        }
        var jdbc = jdbc(url);
        var values = ROLES.stream().map(environment::get).toList();
        var database = new Database(jdbc, values.get(2), values.get(3), jdbc, values.get(0), values.get(1));
        visit(jdbc, database.ownerUser(), database.ownerPassword(), false);
        visit(jdbc, database.appUser(), database.appPassword(), true);
        return Optional.of(database);
    }

    private static String jdbc(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return url;
        }
        if (url.startsWith("postgresql://") && !url.contains("@")) {
            return "jdbc:" + url;
        }
        throw new StartRefused(URL + " must look like jdbc:postgresql://host:5432/yijitong, without a password");
    }

    private static void visit(String url, String user, String password, boolean held) {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", PATIENCE_SECONDS);
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        try (var connection = DriverManager.getConnection(url, properties)) {
            if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST) {
                throw new StartRefused("the database at " + url + " is older than PostgreSQL " + OLDEST);
            }
            if (held && !isHeld(connection)) {
                throw new StartRefused("the role " + user + " is a superuser, has BYPASSRLS or owns the"
                        + " database: row-level security would not hold it, see docs/operations.md");
            }
            if (!held && isHalf(connection)) {
                throw new StartRefused("the restore into the database at " + url + " was broken off: drop the database,"
                        + " make it anew and restore again");
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "the database at " + url + " does not let " + user + " in: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private static boolean isHalf(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT to_regnamespace(?) IS NOT NULL")) {
            statement.setString(1, RESTORING);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static boolean isHeld(Connection connection) throws SQLException {
        var sql = """
                SELECT NOT rolsuper AND NOT rolbypassrls AND NOT EXISTS (
                    SELECT FROM pg_database WHERE datname = current_database() AND datdba = r.oid)
                FROM pg_roles r WHERE rolname = current_user""";
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
