package org.yijitong.organization;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which components of a record differ, as {@code field.before} and {@code field.after}. */
final class Differences {
    private Differences() {}

    static <R extends Record> Map<String, String> of(R before, R after) {
        Map<String, String> detail = new LinkedHashMap<>();
        for (RecordComponent component : before.getClass().getRecordComponents()) {
            Object old = value(component, before);
            Object now = value(component, after);
            differ(detail, component.getName(), old, now);
        }
        return detail;
    }

    /** Which of branch, group, kind and states differ between two places. */
    static Map<String, String> moved(Belonging old, Belonging now) {
        Map<String, String> detail = new LinkedHashMap<>();
        differ(detail, "branch", old.organization(), now.organization());
        differ(detail, "group", old.group(), now.group());
        differ(detail, "kind", old.kind(), now.kind());
        differ(detail, "states", words(old.states()), words(now.states()));
        return detail;
    }

    private static void differ(
            Map<String, String> detail, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            detail.put(field + ".before", Objects.toString(before, ""));
            detail.put(field + ".after", Objects.toString(after, ""));
        }
    }

    private static String words(List<MemberState> states) {
        return states.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record component can be read", e);
        }
    }
}
