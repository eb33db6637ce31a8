package org.yijitong.operation.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A running embedded server, seen by its administrator.
 *
 * @param port on 127.0.0.1
 * @param password of the administrator's role, {@code postgres}
 */
public record Server(int port, String password) {

    /** The JDBC URL of one of its databases. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection as the administrator; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), Cluster.ADMINISTRATOR, password);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Server[" + port + "]";
    }
}
