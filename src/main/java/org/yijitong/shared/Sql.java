package org.yijitong.shared;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.ConfigurableConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SingleColumnRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One statement being filled and run. Binds typed ids, enums (as lower case), instants and lists; reads records. */
public final class Sql {
    private static final int ROWS_AT_A_TIME = 500;
    private static final ConfigurableConversionService CONVERSIONS = conversions();
    private static final Map<Class<?>, RecordReader.Shape<?>> SHAPES = new ConcurrentHashMap<>();

    private final JdbcClient.StatementSpec statement;

    Sql(JdbcClient.StatementSpec statement) {
        this.statement = statement;
    }

    public Sql bind(String name, @Nullable Object value) {
        statement.param(name, plain(value));
        return this;
    }

    /**
     * Binds many records as one JSON array in snake case, read with {@code jsonb_to_recordset(:name::jsonb)}: many
     * rows in one statement.
     */
    public Sql rows(String name, Collection<? extends Record> records) {
        statement.param(name, Rows.json(records));
        return this;
    }

    /** All rows; a type with one column value (text, number, date, id) reads the first column. */
    public <T> List<T> list(Class<T> type) {
        return statement.query(mapper(type)).list();
    }

    /** All rows, read by hand; for very many, where reading by the names of a record's parts costs more than the work. */
    public <T> List<T> list(Function<Columns, T> row) {
        return statement.query((found, _) -> row.apply(new Columns(found))).list();
    }

    /** The rows one by one, to be closed by the caller; for what may not fit into memory. */
    public <T> Stream<T> stream(Class<T> type) {
        return statement.withFetchSize(ROWS_AT_A_TIME).query(mapper(type)).stream();
    }

    public <T> T one(Class<T> type) {
        return statement.query(mapper(type)).single();
    }

    public <T> Optional<T> first(Class<T> type) {
        return statement.query(mapper(type)).optional();
    }

    /** Runs a write; the number of rows it touched. */
    public int run() {
        return statement.update();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Id id -> id.value();
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case Instant instant -> instant.equals(Instant.MAX) ? OffsetDateTime.MAX : instant.atOffset(ZoneOffset.UTC);
            case Collection<?> many -> array(many);
            default -> value;
        };
    }

    /** Lists travel as text, so that the statement says the type: {@code = ANY(:ids::uuid[])}. */
    private static Object array(Collection<?> many) {
        return many.stream()
                .map(Sql::plain)
                .map(each -> each == null ? null : each.equals(LocalDate.MAX) ? "infinity" : each.toString())
                .toArray(String[]::new);
    }

    private static <T> RowMapper<T> mapper(Class<T> type) {
        if (type.isRecord() && !Id.class.isAssignableFrom(type)) {
            return new RecordReader<>(shape(type));
        }
        SingleColumnRowMapper<T> single = new SingleColumnRowMapper<>(type, CONVERSIONS);
        return single;
    }

    @SuppressWarnings("unchecked")
    private static <T> RecordReader.Shape<T> shape(Class<T> type) {
        return (RecordReader.Shape<T>) SHAPES.computeIfAbsent(type, each -> RecordReader.Shape.of(each, CONVERSIONS));
    }

    private static ConfigurableConversionService conversions() {
        ApplicationConversionService service = new ApplicationConversionService();
        service.addConverter(new Elements(service));
        return service;
    }

    /** An array column as a list of what the component says: text, typed ids, enums written in lower case. */
    private record Elements(ConversionService each) implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(Array.class, List.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            if (source == null) {
                return null;
            }
            TypeDescriptor wanted = to.getElementTypeDescriptor();
            List<Object> elements = elements((Array) source);
            return wanted == null
                    ? elements
                    : elements.stream()
                            .map(element -> each.convert(element, wanted.getObjectType()))
                            .toList();
        }

        private static List<Object> elements(Array array) {
            try {
                return List.of((Object[]) array.getArray());
            } catch (SQLException e) {
                throw new IllegalStateException("an array column could not be read", e);
            }
        }
    }
}
