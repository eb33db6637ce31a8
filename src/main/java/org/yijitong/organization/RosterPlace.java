package org.yijitong.organization;

import java.util.UUID;
import org.yijitong.shared.Invalid;

/**
 * The person after whom a page begins.
 *
 * @param pinyin sort key; empty at the start
 */
public record RosterPlace(String pinyin, UUID person) {
    public static final RosterPlace START = new RosterPlace("", new UUID(0, 0));

    /**
     * Reads {@link RosterRow#key()}.
     *
     * @throws Invalid when it is not one
     */
    public static RosterPlace parse(String key) {
        if (key.isEmpty()) {
            return START;
        }
        int mark = key.lastIndexOf('~');
        try {
            return new RosterPlace(key.substring(0, Math.max(0, mark)), UUID.fromString(key.substring(mark + 1)));
        } catch (IllegalArgumentException e) {
            throw new Invalid("after", "people.invalid.after", key);
        }
    }

    boolean isStart() {
        return equals(START);
    }
}
