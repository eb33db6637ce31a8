package org.yijitong.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The life of one thing over calendar days: disjoint segments in order, neighbours of equal value joined. Immutable;
 * every operation gives a new timeline. Days without a segment are days on which it did not exist.
 */
public record Timeline<A>(List<Segment<A>> segments) {

    public Timeline {
        segments = joined(segments);
    }

    public static <A> Timeline<A> empty() {
        return new Timeline<>(List.of());
    }

    public Optional<A> at(LocalDate day) {
        return segments.stream()
                .filter(segment -> segment.covers(day))
                .map(Segment::value)
                .findFirst();
    }

    /** Holds {@code value} from a day until before another, whatever was there. */
    public Timeline<A> put(LocalDate from, LocalDate to, A value) {
        List<Segment<A>> kept = new ArrayList<>(without(from, to).segments);
        kept.add(new Segment<>(from, to, value));
        return new Timeline<>(kept);
    }

    /** Did not exist from a day until before another. */
    public Timeline<A> without(LocalDate from, LocalDate to) {
        List<Segment<A>> kept = new ArrayList<>();
        for (Segment<A> each : segments) {
            if (each.from().isBefore(from)) {
                kept.add(new Segment<>(each.from(), earlier(each.to(), from), each.value()));
            }
            if (each.to().isAfter(to)) {
                kept.add(new Segment<>(later(each.from(), to), each.to(), each.value()));
            }
        }
        return new Timeline<>(kept);
    }

    /**
     * Changes one attribute from a day on, until the day on which that attribute was going to change anyway.
     *
     * @param attribute reads it, to see how far its present value reaches
     * @param with gives the value with the attribute changed
     */
    public Timeline<A> change(LocalDate from, Function<A, ?> attribute, UnaryOperator<A> with) {
        Timeline<A> changed = this;
        A before = at(from).orElseThrow(() -> new IllegalArgumentException("nothing there on " + from));
        LocalDate reached = from;
        for (Segment<A> each : segments) {
            if (each.to().isAfter(from)) {
                boolean goesOn = !each.from().isAfter(reached)
                        && Objects.equals(attribute.apply(each.value()), attribute.apply(before));
                if (!goesOn) {
                    break;
                }
                changed = changed.put(later(each.from(), from), each.to(), with.apply(each.value()));
                reached = each.to();
            }
        }
        return changed;
    }

    /**
     * Corrects one segment: it began on another day, or held another value. The neighbour before gives way or reaches
     * further.
     */
    public Timeline<A> rewrite(LocalDate oldFrom, LocalDate newFrom, A value) {
        Segment<A> old = segments.stream()
                .filter(segment -> segment.from().equals(oldFrom))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no segment begins on " + oldFrom));
        Timeline<A> result = this;
        if (newFrom.isAfter(oldFrom)) {
            Optional<A> before = at(oldFrom.minusDays(1));
            result = before.isPresent()
                    ? put(oldFrom, earlier(newFrom, old.to()), before.get())
                    : without(oldFrom, earlier(newFrom, old.to()));
        }
        return newFrom.isBefore(old.to()) ? result.put(newFrom, old.to(), value) : result;
    }

    /** The first day on which it is not the same as another; none when they are equal. */
    public Optional<LocalDate> differsFrom(Timeline<A> other) {
        return Stream.concat(segments.stream(), other.segments.stream())
                .flatMap(segment -> Stream.of(segment.from(), segment.to()))
                .filter(day -> !at(day).equals(other.at(day)))
                .min(Comparator.naturalOrder());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static <A> List<Segment<A>> joined(List<Segment<A>> given) {
        List<Segment<A>> result = new ArrayList<>();
        for (Segment<A> each :
                given.stream().sorted(Comparator.comparing(Segment::from)).toList()) {
            Segment<A> last = result.isEmpty() ? null : result.getLast();
            if (last != null && each.from().isBefore(last.to())) {
                throw new IllegalArgumentException("segments overlap on " + each.from());
            }
            if (last != null && last.to().equals(each.from()) && last.value().equals(each.value())) {
                result.set(result.size() - 1, new Segment<>(last.from(), each.to(), each.value()));
            } else {
                result.add(each);
            }
        }
        return List.copyOf(result);
    }
}
