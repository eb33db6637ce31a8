package org.yijitong.shared;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ClassUtils;

/**
 * How a component of a record is read from a column.
 *
 * @param wanted the type to ask the driver for; null where only we know it
 * @param made makes the component of what was found
 */
record RecordColumn(String name, @Nullable Class<?> wanted, Function<Object, @Nullable Object> made) {
    static RecordColumn of(Parameter parameter, ConversionService conversions) {
        String name = JdbcUtils.convertPropertyNameToUnderscoreName(parameter.getName());
        Class<?> type = parameter.getType();
        if (Id.class.isAssignableFrom(type)) {
            Constructor<?> id = BeanUtils.getResolvableConstructor(type);
            return new RecordColumn(name, UUID.class, found -> BeanUtils.instantiateClass(id, found));
        }
        if (type.isEnum()) {
            return new RecordColumn(name, String.class, constants(type)::get);
        }
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        TypeDescriptor described = new TypeDescriptor(MethodParameter.forParameter(parameter));
        boolean ours = type.isInterface() || type.isRecord();
        return new RecordColumn(
                name,
                ours ? null : type,
                found -> boxed.isInstance(found) ? found : conversions.convert(found, described));
    }

    /** The constants of an enum by how the database writes them. */
    private static Map<Object, Object> constants(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .collect(Collectors.toMap(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT), each -> each));
    }

    @Nullable
    Object read(ResultSet row, int index) throws SQLException {
        Object found = wanted == null
                ? JdbcUtils.getResultSetValue(row, index)
                : JdbcUtils.getResultSetValue(row, index, wanted);
        return found == null ? null : made.apply(found);
    }
}
