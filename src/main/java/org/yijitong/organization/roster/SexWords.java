package org.yijitong.organization.roster;

import java.util.Locale;
import java.util.Optional;
import org.yijitong.organization.Sex;

/** How a roster writes the sex. */
public final class SexWords {
    private static final String MALE = "男";
    private static final String FEMALE = "女";

    private SexWords() {}

    /** The sex a word stands for. */
    public static Optional<Sex> read(String written) {
        return switch (written.strip().toLowerCase(Locale.ROOT)) {
            case MALE, "男性", "male", "m", "1" -> Optional.of(Sex.MALE);
            case FEMALE, "女性", "female", "f", "2" -> Optional.of(Sex.FEMALE);
            default -> Optional.empty();
        };
    }
}
