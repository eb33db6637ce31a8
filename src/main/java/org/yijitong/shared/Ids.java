package org.yijitong.shared;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as this product writes them. Java reads 1-1-1-1-1 as a UUID, too; one thing has one address. */
public final class Ids {
    /** As a part of longer patterns. */
    public static final String PATTERN = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final Pattern ID = Pattern.compile(PATTERN);

    private Ids() {}

    /** The id a text is; nothing when it is written in any other way. */
    public static Optional<UUID> read(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /**
     * The id in an address.
     *
     * @throws NotFound when it is written in any other way: what is no id names nothing
     */
    public static UUID inAddress(String written) {
        return read(written).orElseThrow(NotFound::new);
    }
}
