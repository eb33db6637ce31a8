package org.yijitong.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one row, read by name; null where the column is.
 *
 * <p>Each throws IllegalStateException when there is no such column or it holds something else.
 */
public final class Columns {
    private final ResultSet row;

    Columns(ResultSet row) {
        this.row = row;
    }

    public @Nullable UUID id(String name) {
        return read(name, column -> row.getObject(column, UUID.class));
    }

    public @Nullable Long number(String name) {
        return read(name, column -> row.getObject(column, Long.class));
    }

    public @Nullable String text(String name) {
        return read(name, row::getString);
    }

    public byte @Nullable [] bytes(String name) {
        return read(name, row::getBytes);
    }

    public @Nullable OffsetDateTime moment(String name) {
        return read(name, column -> row.getObject(column, OffsetDateTime.class));
    }

    private static <T> @Nullable T read(String name, Column<T> column) {
        try {
            return column.of(name);
        } catch (SQLException e) {
            throw new IllegalStateException("the column " + name + " could not be read", e);
        }
    }

    @FunctionalInterface
    private interface Column<T> {
        @Nullable
        T of(String name) throws SQLException;
    }
}
