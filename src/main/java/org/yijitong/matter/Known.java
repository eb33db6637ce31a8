package org.yijitong.matter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.Ids;

/**
 * What the events of a matter have settled so far.
 *
 * @param parties who is which party; of one that is outside, the host, which answers for it
 * @param done each step that was taken, to how it was taken last
 * @param days days that were answered, the last answer of each
 * @param outside what parties are called that are outside
 * @param about whom it is about, by their entry in the roster; null when it is about nobody
 */
public record Known(
        Map<String, UUID> parties,
        Map<String, Done> done,
        Map<String, LocalDate> days,
        Map<String, String> outside,
        @Nullable UUID about) {
    /** What was settled before anybody could be outside says nothing of it. */
    public Known {
        outside = Map.copyOf(Objects.requireNonNullElse(outside, Map.of()));
        parties = Map.copyOf(parties);
        done = Map.copyOf(done);
        days = Map.copyOf(days);
    }

    static final Known NOTHING = new Known(Map.of(), Map.of(), Map.of(), Map.of(), null);

    /** What is settled by the answers of the beginning alone: whom it is about. */
    static Known begun(Flow flow, Map<String, String> answers) {
        String named = flow.about() == null ? "" : answers.getOrDefault(flow.about(), "");
        return new Known(Map.of(), Map.of(), Map.of(), Map.of(), Ids.read(named).orElse(null));
    }

    /**
     * A step that was taken.
     *
     * @param person who acted, if the holder of the account stands in the roster
     * @param organization for which
     */
    public record Done(UUID account, @Nullable UUID person, UUID organization, LocalDate day) {}

    /** With what one more step settles. */
    Known and(String step, Done how, Parties.Named named, Map<String, LocalDate> answered) {
        Map<String, String> told = new HashMap<>(outside);
        told.keySet().removeAll(named.parties().keySet());
        told.putAll(named.outside());
        return new Known(
                over(parties, named.parties()), over(done, Map.of(step, how)), over(days, answered), told, about);
    }

    /** With what another matter has settled, over what this one has; it stays about whom it was. */
    Known with(Known other) {
        return new Known(
                over(parties, other.parties()),
                over(done, other.done()),
                over(days, other.days()),
                over(outside, other.outside()),
                about);
    }

    private static <T> Map<String, T> over(Map<String, T> before, Map<String, T> now) {
        Map<String, T> all = new HashMap<>(before);
        all.putAll(now);
        return all;
    }
}
