package org.yijitong.matter.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Matter;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Link;

/**
 * One matter: what comes next, who has it, by when; what happened.
 *
 * @param address its own
 * @param flow its name
 * @param state where it is
 * @param owner who has it; empty when nothing can be done
 * @param holders who holds the post today
 * @param due when it is due, in words; empty when nothing is
 * @param acts what may be done now; empty for those whose turn it is not
 * @param taken the steps taken, the first one first
 * @param events what happened, the latest first
 * @param parties who takes part: what a party is called, to its name
 * @param serves what it serves
 * @param split of which parts it is made
 * @param merged with which others it is or is to be merged
 * @param papers the papers that can be made of it by now, for those who may have them
 * @param asker whether the reader may see who raised it, and somebody did
 * @param typed what was typed, when it was refused
 * @param overtaken whether somebody took a step while the reader was at it
 */
public record MatterPage(
        String address,
        Matter matter,
        LocalDate today,
        String flow,
        String state,
        String owner,
        String holders,
        String due,
        List<Way> acts,
        List<Taken> taken,
        List<Told> events,
        Map<String, String> parties,
        Serves serves,
        Split split,
        Merged merged,
        List<Paper> papers,
        boolean asker,
        Map<String, String> typed,
        Map<String, Invalid.Fault> faults,
        boolean overtaken) {
    /**
     * A step that may be taken.
     *
     * @param choices the organizations that may be each party
     */
    public record Way(Flow.Step step, String name, List<Asked> asked, List<Choice> choices) {
        /** Whether something may be put in. */
        public boolean files() {
            return asked.stream().anyMatch(each -> each.type() == Flow.Field.Type.FILE);
        }
    }

    /**
     * One field.
     *
     * @param name unique on the page
     * @param typed whether somebody is named by typing, since there are too many to choose from
     * @param values to choose from; of a name that was typed, whom it may mean
     */
    public record Asked(
            String name,
            String label,
            Flow.Field.Type type,
            boolean required,
            boolean typed,
            Map<String, String> values) {
        /** What a field of a step is called on the page. */
        static String name(Flow.Step step, Flow.Field field) {
            return step.id() + "-" + field.id();
        }

        /** Whether something is put in or named, not written. */
        public boolean shown() {
            return type == Flow.Field.Type.FILE || type == Flow.Field.Type.RECORD;
        }
    }

    /**
     * What a matter serves.
     *
     * @param all each with what it opens, if anything
     * @param more whether the reader may tie it to something else
     * @param records to choose one from, by id
     */
    public record Serves(List<Answer> all, boolean more, Map<String, String> records) {}

    /**
     * Of which parts a matter is made.
     *
     * @param progress how far they have come, in words; empty when there are none
     * @param begin where one more is begun; empty when the reader may not
     * @param whole of which matter it is a part; null when it is none, its address empty when the reader may not see it
     */
    public record Split(
            List<PartRow> rows,
            String progress,
            String begin,
            @Nullable Link whole) {}

    /**
     * With which others a matter is or is to be merged.
     *
     * @param offered with which it may be, by id; empty when the reader may not ask
     * @param tied how it is tied to others that stay matters of their own
     */
    public record Merged(List<MergedRow> rows, Map<String, String> offered, Tied tied) {}

    /**
     * Calls about the same cause.
     *
     * @param leading the one it is tied to; null for none
     * @param untie whether the reader may untie it
     * @param tied those tied to it that the reader may see
     * @param unseen how many more there are
     * @param offered to which it may be tied, by id; empty when the reader may not
     */
    public record Tied(
            @Nullable Link leading, boolean untie, List<Link> tied, int unseen, Map<String, String> offered) {
        /** Whether there is anything to show. */
        public boolean any() {
            return leading != null || !tied.isEmpty() || unseen > 0 || !offered.isEmpty();
        }
    }

    /** One of them. {@code answerable}: whether the reader may say whether they agree. */
    public record MergedRow(String id, String words, String href, String state, LocalDate day, boolean answerable) {}

    /** A part. {@code open}: whether the whole waits for it. */
    public record PartRow(
            String id,
            String title,
            String href,
            String state,
            String owner,
            LocalDate day,
            int weight,
            boolean open) {}

    /**
     * A paper.
     *
     * @param told until when it holds; empty when it has no last day
     * @param over whether that day has passed, so that it is no longer given
     */
    public record Paper(String name, String href, String told, boolean over) {}

    /** A party to be named. {@code outside}: where it is written in words; empty where it may not. */
    public record Choice(String name, String label, Map<String, String> organizations, String outside) {}

    /** A step that was taken. */
    public record Taken(String name, String when) {}

    /**
     * Something that happened.
     *
     * @param who did it; empty when it was handed over
     */
    public record Told(LocalDate on, String when, String who, String what, List<Answer> answers, boolean late) {}

    /**
     * What was answered to one question.
     *
     * @param href what it opens; empty for words
     */
    public record Answer(String label, String words, String href) {}

    /** The address of the unit. */
    public String unit() {
        return address.substring(0, address.indexOf("/matters/"));
    }

    /** Whether its day has passed. */
    public boolean overdue() {
        return matter.overdue(today);
    }

    /** What was typed for a field. */
    public String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    /** Whether a step was refused, so that it stands open. */
    public boolean opened(Way way) {
        return typed("step").equals(way.step().id());
    }

    /** Where it came from; null when that is not asked. */
    public @Nullable String origin() {
        return matter.origin();
    }
}
