package org.yijitong.shared;

import java.lang.reflect.Constructor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads rows as records: a component {@code heldOn} from the column {@code held_on}. Unlike Spring's
 * {@code SimplePropertyRowMapper}, it finds columns once for a result and not for every row, where each look for
 * {@code heldOn} and each question to the driver for a type of ours fails with an exception first: half of the time of a
 * page with a thousand rows. How a record is read is found out once for all results.
 */
final class RecordReader<T> implements RowMapper<T> {
    private final Shape<T> shape;
    private int @Nullable [] places;

    RecordReader(Shape<T> shape) {
        this.shape = shape;
    }

    /** How a type of record is read, whatever the result. */
    record Shape<T>(Constructor<T> constructor, List<RecordColumn> columns) {
        static <T> Shape<T> of(Class<T> type, ConversionService conversions) {
            Constructor<T> constructor = BeanUtils.getResolvableConstructor(type);
            return new Shape<>(
                    constructor,
                    Stream.of(constructor.getParameters())
                            .map(parameter -> RecordColumn.of(parameter, conversions))
                            .toList());
        }
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        int[] found = places == null ? find(row) : places;
        places = found;
        List<RecordColumn> columns = shape.columns();
        @Nullable Object[] values = new @Nullable Object[found.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).read(row, found[i]);
        }
        return BeanUtils.instantiateClass(shape.constructor(), values);
    }

    private int[] find(ResultSet row) throws SQLException {
        int[] found = new int[shape.columns().size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = row.findColumn(shape.columns().get(i).name());
        }
        return found;
    }
}
