package org.yijitong.shared;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Reads rows as records: a component {@code heldOn} from the column {@code held_on}. Unlike Spring's
 * {@code SimplePropertyRowMapper}, it finds columns and says how to read them once for a result and not for every row,
 * where each look for {@code heldOn} and each question to the driver for a type of ours fails with an exception first:
 * half of the time of a page with a thousand rows.
 */
final class RecordReader<T> implements RowMapper<T> {
    private final Constructor<T> constructor;
    private final ConversionService conversions;
    private final List<RecordColumn> columns = new ArrayList<>();

    RecordReader(Class<T> type, ConversionService conversions) {
        this.constructor = BeanUtils.getResolvableConstructor(type);
        this.conversions = conversions;
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        if (columns.isEmpty()) {
            find(row);
        }
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).read(row);
        }
        return BeanUtils.instantiateClass(constructor, values);
    }

    private void find(ResultSet row) throws SQLException {
        for (Parameter parameter : constructor.getParameters()) {
            int index = row.findColumn(JdbcUtils.convertPropertyNameToUnderscoreName(parameter.getName()));
            columns.add(RecordColumn.of(index, parameter, conversions));
        }
    }
}
