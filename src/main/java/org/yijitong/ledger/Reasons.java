package org.yijitong.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.ledger.Counted.Reason;
import org.yijitong.mechanism.Condition;
import org.yijitong.mechanism.Duty;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts conditions and what was found into a form that a page can say. */
final class Reasons {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private Reasons() {}

    static Map<String, Object> fields(String json) {
        return JSON.readValue(json, FIELDS);
    }

    static List<Reason> of(Duty duty, List<Condition> conditions, Map<String, Object> fields) {
        return conditions.stream()
                .map(condition -> new Reason(
                        duty.fact().name(),
                        condition.field().name(),
                        condition.test().name().toLowerCase(Locale.ROOT),
                        condition.values(),
                        found(fields.get(condition.field().name()))))
                .toList();
    }

    private static @Nullable String found(@Nullable Object value) {
        return value instanceof List<?> several
                ? several.stream().map(Objects::toString).collect(Collectors.joining(","))
                : Objects.toString(value, null);
    }
}
