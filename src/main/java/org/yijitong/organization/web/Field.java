package org.yijitong.organization.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param value what stands in it
 * @param options value to words, for those that let one choose
 * @param chosen which options are ticked, for those that let one choose many
 */
public record Field(
        Type type,
        String name,
        String label,
        String value,
        boolean optional,
        @Nullable String hint,
        Map<String, String> options,
        List<String> chosen) {
    /** How a field is drawn. */
    public enum Type {
        TEXT,
        DATE,
        AREA,
        CHOICE,
        CHECKS,
        HIDDEN
    }
}
