package org.yijitong.demo;

import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.yijitong.TestDatabase;

/** Looks at the whole world behind the product's back, as the administrator whom row-level security does not hold. */
final class Behind implements AutoCloseable {
    private final SingleConnectionDataSource source;
    final JdbcClient jdbc;

    Behind(JdbcClient product) throws SQLException {
        String database =
                product.sql("SELECT current_database()").query(String.class).single();
        source = new SingleConnectionDataSource(TestDatabase.administrator(database), true);
        jdbc = JdbcClient.create(source);
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    @Override
    public void close() {
        source.destroy();
    }
}
