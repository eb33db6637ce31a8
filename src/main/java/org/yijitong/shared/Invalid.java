package org.yijitong.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was typed cannot be taken: shown as HTTP 422 beside each field, with the typed data kept. */
public class Invalid extends RuntimeException {
    /**
     * One fault of one field.
     *
     * @param messageKey the sentence that says what is wrong and what to do
     * @param arguments what fills its places
     */
    public record Fault(String messageKey, List<Object> arguments) {}

    private final transient Map<String, Fault> faults;

    public Invalid(Map<String, Fault> faults) {
        super(faults.toString());
        this.faults = new LinkedHashMap<>(faults);
    }

    public Invalid(String field, String messageKey, Object... arguments) {
        this(Map.of(field, new Fault(messageKey, List.of(arguments))));
    }

    /** Field name to fault, in the order of the form. */
    public Map<String, Fault> faults() {
        return faults;
    }
}
