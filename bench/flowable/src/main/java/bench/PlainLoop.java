package bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;

/** The loop with as little as can be: 12 statements in six transactions, nothing checked, no audit, no ledger. */
final class PlainLoop implements Worker.Loop {
    private static final String[] STATES = {"registered", "assigned", "working", "reported", "verified", "closed"};

    private final DataSource data;

    PlainLoop(DataSource data) throws SQLException {
        this.data = data;
        try (Connection connection = data.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS matters (matter_id uuid PRIMARY KEY, title text NOT NULL, state text NOT NULL,
                        owner text NOT NULL, due_on date);
                    CREATE TABLE IF NOT EXISTS events (matter_id uuid NOT NULL REFERENCES matters, place int NOT NULL,
                        state text NOT NULL, answer text NOT NULL, recorded_at timestamptz NOT NULL,
                        PRIMARY KEY (matter_id, place));
                    CREATE INDEX IF NOT EXISTS due ON matters (due_on) WHERE due_on IS NOT NULL;
                    """);
        }
    }

    @Override
    public void run(int number) throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = data.getConnection()) {
            connection.setAutoCommit(false);
            for (int place = 0; place < STATES.length; place++) {
                put(connection, id, place, number);
                tell(connection, id, place);
                connection.commit();
            }
        }
    }

    private static void put(Connection connection, UUID id, int place, int number) throws SQLException {
        String put = place == 0
                ? "INSERT INTO matters (title, state, owner, due_on, matter_id) VALUES (?, ?, ?, ?, ?)"
                : "UPDATE matters SET title = ?, state = ?, owner = ?, due_on = ? WHERE matter_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(put)) {
            statement.setString(1, "一件要办的事");
            statement.setString(2, STATES[place]);
            statement.setString(3, "branch-" + number);
            statement.setObject(4, place == STATES.length - 1 ? null : LocalDate.now().plusDays(3));
            statement.setObject(5, id);
            statement.executeUpdate();
        }
    }

    private static void tell(Connection connection, UUID id, int place) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO events (matter_id, place, state, answer, recorded_at) VALUES (?, ?, ?, ?, now())")) {
            statement.setObject(1, id);
            statement.setInt(2, place);
            statement.setString(3, STATES[place]);
            statement.setString(4, "换了三盏灯，都亮了");
            statement.executeUpdate();
        }
    }
}
