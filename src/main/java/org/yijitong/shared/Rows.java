package org.yijitong.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Records as a JSON array that PostgreSQL reads as rows. */
final class Rows {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule()
                    .addSerializer(new Text<>(Id.class, id -> id.value().toString()))
                    .addSerializer(
                            new Text<>(Enum.class, constant -> constant.name().toLowerCase(Locale.ROOT)))
                    .addSerializer(new Text<>(LocalDate.class, day -> text(day, LocalDate.MAX)))
                    .addSerializer(new Text<>(Instant.class, instant -> text(instant, Instant.MAX))))
            .build();

    private Rows() {}

    static String json(Collection<? extends Record> records) {
        return MAPPER.writeValueAsString(records);
    }

    private static String text(Temporal value, Temporal forever) {
        return value.equals(forever) ? "infinity" : value.toString();
    }

    private static final class Text<T> extends StdSerializer<T> {
        private final java.util.function.Function<T, String> text;

        Text(Class<T> type, java.util.function.Function<T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(text.apply(value));
        }
    }
}
