package org.yijitong.matter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a matter have settled so far.
 *
 * @param parties who is which party
 * @param done each step that was taken, to how it was taken last
 * @param days days that were answered, the last answer of each
 */
public record Known(Map<String, UUID> parties, Map<String, Done> done, Map<String, LocalDate> days) {
    public Known {
        parties = Map.copyOf(parties);
        done = Map.copyOf(done);
        days = Map.copyOf(days);
    }

    static final Known NOTHING = new Known(Map.of(), Map.of(), Map.of());

    /**
     * A step that was taken.
     *
     * @param person who acted, if the holder of the account stands in the roster
     * @param organization for which
     */
    public record Done(UUID account, @Nullable UUID person, UUID organization, LocalDate day) {}

    /** With what one more step settles. */
    Known and(String step, Done how, Map<String, UUID> named, Map<String, LocalDate> answered) {
        return new Known(over(parties, named), over(done, Map.of(step, how)), over(days, answered));
    }

    /** With what another matter has settled, over what this one has. */
    Known with(Known other) {
        return new Known(over(parties, other.parties()), over(done, other.done()), over(days, other.days()));
    }

    private static <T> Map<String, T> over(Map<String, T> before, Map<String, T> now) {
        Map<String, T> all = new HashMap<>(before);
        all.putAll(now);
        return all;
    }
}
