package org.yijitong.matter.door;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yijitong.shared.Invalid;

/**
 * How whoever asked can be reached; either may be empty.
 *
 * @param name what they want to be called, up to 40 characters
 * @param phone a telephone number as it was written, up to 30 characters
 */
public record Contact(String name, String phone) {
    /** Nobody says who asked. */
    public static final Contact NONE = new Contact("", "");

    /** @throws Invalid on {@code name} or {@code phone} */
    Contact checked() {
        Map<String, Invalid.Fault> faults = new HashMap<>();
        if (name.length() > 40) {
            faults.put("name", new Invalid.Fault("door.invalid.name", List.of()));
        }
        if (!phone.matches("[0-9+() -]{0,30}")) {
            faults.put("phone", new Invalid.Fault("door.invalid.phone", List.of()));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return this;
    }

    boolean empty() {
        return name.isEmpty() && phone.isEmpty();
    }
}
