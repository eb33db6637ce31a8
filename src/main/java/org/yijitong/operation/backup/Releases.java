package org.yijitong.operation.backup;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.ExternalServer;
import org.yijitong.operation.postgres.StartRefused;

/**
 * The schema of a database that is being restored: first that of the release the backup comes from, at last that of this one.
 * Meanwhile a schema named {@code restoring} stands in it, and the product does not start on it.
 */
final class Releases {
    private final Database database;
    private final String[] migrations;

    Releases(Database database, String... migrations) {
        this.database = database;
        this.migrations = migrations.length == 0 ? new String[] {"classpath:db/migration"} : migrations.clone();
        ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.WARN);
    }

    private Flyway flyway(@Nullable String target) {
        var configuration = Flyway.configure()
                .dataSource(database.ownerUrl(), database.ownerUser(), database.ownerPassword())
                .locations(migrations)
                .defaultSchema("public");
        return (target == null ? configuration : configuration.target(target)).load();
    }

    void requireEmpty() throws SQLException {
        try (OwnerTables tables = OwnerTables.of(database)) {
            if (!tables.schema().isEmpty() || ExternalServer.RESTORING.equals(marker(tables))) {
                throw new StartRefused("the database is not empty: restore into a new one");
            }
        }
    }

    private static String marker(OwnerTables tables) throws SQLException {
        return tables
                .texts("SELECT nspname FROM pg_namespace WHERE nspname = '" + ExternalServer.RESTORING + "'")
                .stream()
                .findFirst()
                .orElse("");
    }

    /** @throws StartRefused when the schema is newer than this release, or of none that came before it */
    void requireKnown(String schema) {
        List<MigrationVersion> known = Arrays.stream(flyway(null).info().all())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .toList();
        MigrationVersion asked = MigrationVersion.fromVersion(schema);
        if (known.stream().allMatch(each -> each.compareTo(asked) < 0)) {
            throw new StartRefused("the backup comes from a newer release, with schema " + schema
                    + ": restore it with that release or a later one");
        }
        if (!known.contains(asked)) {
            throw new StartRefused("the backup comes from a release that is not known here, with schema " + schema);
        }
    }

    void begin() throws SQLException {
        run("CREATE SCHEMA " + ExternalServer.RESTORING);
    }

    void migrate(@Nullable String target) {
        flyway(target).migrate();
    }

    void end() throws SQLException {
        run("DROP SCHEMA " + ExternalServer.RESTORING);
    }

    private void run(String statement) throws SQLException {
        try (OwnerTables tables = OwnerTables.of(database)) {
            tables.execute(statement);
            tables.commit();
        }
    }
}
