package org.yijitong.organization;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Which components of a record differ, as {@code field.before} and {@code field.after}. */
final class Differences {
    private Differences() {}

    static <R extends Record> Map<String, String> of(R before, R after) {
        Map<String, String> detail = new LinkedHashMap<>();
        for (RecordComponent component : before.getClass().getRecordComponents()) {
            Object old = value(component, before);
            Object now = value(component, after);
            if (!Objects.equals(old, now)) {
                detail.put(component.getName() + ".before", Objects.toString(old, ""));
                detail.put(component.getName() + ".after", Objects.toString(now, ""));
            }
        }
        return detail;
    }

    private static @org.jspecify.annotations.Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record component can be read", e);
        }
    }
}
