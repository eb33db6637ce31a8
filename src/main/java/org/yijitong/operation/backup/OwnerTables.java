package org.yijitong.operation.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.StartRefused;

/** All tables of the product, as their owner reads and fills them; one transaction until it is closed or committed. */
final class OwnerTables implements AutoCloseable {
    /** How values are written, whatever the server's own settings say. */
    private static final String FORM = """
            SET search_path = pg_catalog; SET timezone = 'UTC'; SET datestyle = 'ISO, YMD';
            SET intervalstyle = 'postgres'; SET bytea_output = 'hex'; SET extra_float_digits = 1;
            SET client_connection_check_interval = '5s'""";

    /** The history of migrations is made by the migrations themselves. */
    private static final String ALL = """
            SELECT c.oid::regclass::text AS name,
                (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
                 WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
                NOT c.relforcerowsecurity
                    OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'backup') AS open
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND c.relpersistence <> 't'
              AND c.oid <> 'public.flyway_schema_history'::regclass
            ORDER BY 1""";

    private static final String SCHEMA = """
            SELECT version FROM public.flyway_schema_history
            WHERE version IS NOT NULL AND success ORDER BY installed_rank DESC LIMIT 1""";

    private static final String THERE = "SELECT to_regclass('public.flyway_schema_history') IS NOT NULL";

    private final Connection connection;

    private OwnerTables(Connection connection) {
        this.connection = connection;
    }

    /**
     * A table.
     *
     * @param name with its schema, as it stands in statements
     * @param columns that somebody wrote, which leaves out what the database works out by itself
     * @param open whether its owner may read every row
     */
    record Table(String name, String columns, boolean open) {}

    static OwnerTables of(Database database) throws SQLException {
        Connection connection =
                DriverManager.getConnection(database.ownerUrl(), database.ownerUser(), database.ownerPassword());
        OwnerTables tables = new OwnerTables(connection);
        tables.execute(FORM);
        connection.setAutoCommit(false);
        return tables;
    }

    /** Sees from its next statement on what is there at that moment, and nothing that comes later. */
    void freeze() throws SQLException {
        connection.rollback();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
    }

    /** The last migration; nothing for a database that the product has not seen. */
    String schema() throws SQLException {
        return texts(THERE).equals(List.of("t")) ? texts(SCHEMA).getFirst() : "";
    }

    List<Table> all() throws SQLException {
        List<Table> all = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                all.add(new Table(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
            }
        }
        return all;
    }

    /** Writes the rows of a table, one a line. */
    Contents.Table copy(Table table, OutputStream out) throws SQLException, IOException {
        RowSum sum = new RowSum();
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY " + table.name() + " (" + table.columns() + ") TO STDOUT");
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            sum.add(row);
            out.write(row);
        }
        return sum.of(table.name());
    }

    /** Fills a table. */
    void fill(Table table, InputStream rows) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table.name() + " (" + table.columns() + ") FROM STDIN", rows);
    }

    List<String> texts(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Runs statements one after the other. */
    void execute(List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    void execute(String statements) throws SQLException {
        execute(List.of(statements));
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StartRefused("the database did not let us go: " + e.getMessage(), e);
        }
    }
}
