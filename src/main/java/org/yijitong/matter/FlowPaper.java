package org.yijitong.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.mechanism.Duty.Name;

/**
 * A paper that matters of a flow print in some of their states, such as the letter of introduction (介绍信) when somebody's
 * membership is transferred: its text, with slots for what the matter knows.
 *
 * @param states in which it is given
 * @param issued the step that issues it; null when none does
 * @param until the field that holds its last day; null when it has none
 */
public record FlowPaper(
        String id,
        Name name,
        Set<String> states,
        @Nullable String issued,
        @Nullable String until,
        List<Line> lines,
        Flow.Spot spot) {
    /** The day on which it was issued. */
    public static final String ISSUED = "issued";

    /** For how many days it is valid, counted from that day. */
    public static final String DAYS = "days";

    private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");

    public FlowPaper {
        states = Set.copyOf(states);
        lines = List.copyOf(lines);
    }

    /** By what it is known in addresses and templates. */
    public String form(Flow flow) {
        return flow.head().id() + "." + id;
    }

    /** The day on which it was issued for a matter; empty when none issues it, or nobody has yet. */
    public Optional<LocalDate> issuedOn(Known known) {
        return Optional.ofNullable(issued).map(known.done()::get).map(Known.Done::day);
    }

    /** The last day on which it holds for a matter; empty when it has none, or none is known yet. */
    public Optional<LocalDate> lastDay(Known known) {
        return Optional.ofNullable(until).map(known.days()::get);
    }

    /** One line of it. */
    public record Line(Kind kind, Name text) {}

    /** How a line looks. */
    public enum Kind {
        TITLE,
        TEXT,
        /** At the right: a number, who signs, when. */
        RIGHT,
        /** Where it is cut apart (裁开). */
        CUT
    }

    /** What a paper may say of somebody who was named, from the roster. */
    public enum Trait {
        NAME,
        SEX,
        AGE,
        ETHNICITY,
        /** Full or probationary member (正式、预备). */
        KIND,
        /** The identity number: most of it hidden, unless whoever prints it says why. */
        IDENTITY,
        PHONE
    }

    /**
     * A place that is filled in.
     *
     * @param of a field, a party, or one of the words that every paper knows
     * @param trait what of somebody who was named; empty for other fields
     */
    public record Slot(String of, String trait) {
        /** As it is written between the braces. */
        static Slot of(String written) {
            int dot = written.indexOf('.');
            return dot < 0 ? new Slot(written, "") : new Slot(written.substring(0, dot), written.substring(dot + 1));
        }

        /** As it is written between the braces. */
        public String written() {
            return trait.isEmpty() ? of : of + "." + trait;
        }
    }

    /** The slots of a text, in their order. */
    public static Stream<Slot> slots(String text) {
        return SLOT.matcher(text).results().map(FlowPaper::slot);
    }

    /** A text with something in the place of each slot. */
    public static String filled(String text, Function<Slot, String> by) {
        return SLOT.matcher(text).replaceAll(match -> Matcher.quoteReplacement(by.apply(slot(match))));
    }

    private static Slot slot(MatchResult match) {
        return Slot.of(match.group(1));
    }

    /** Every slot in every language, each once. */
    public List<Slot> slots() {
        return lines.stream()
                .map(Line::text)
                .flatMap(text -> Stream.of(text.chinese(), text.english(), text.traditional()))
                .flatMap(FlowPaper::slots)
                .distinct()
                .toList();
    }

    /** The fields whose answers are people that it speaks of. */
    public Stream<String> people() {
        return slots().stream()
                .filter(slot -> !slot.trait().isEmpty())
                .map(Slot::of)
                .distinct();
    }

    /** Whether it says this of somebody who was named. */
    public boolean tells(Trait trait) {
        return slots().stream().anyMatch(slot -> trait.name().equalsIgnoreCase(slot.trait()));
    }

    /** What a slot asks of somebody; empty when there is no such thing. */
    public static Optional<Trait> trait(String word) {
        return Stream.of(Trait.values())
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
