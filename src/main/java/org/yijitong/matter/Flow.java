package org.yijitong.matter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Duty.Name;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.Post;

/**
 * How matters of one kind go, in one version.
 *
 * @param hosts the kinds of organization that may begin one
 * @param origins where a matter may come from (来源); empty when that is not asked
 * @param parties organizations that take part, beside the host
 * @param countsFor the party that has done it when it is done
 * @param raisedAfter after how many reopenings the next one gives it to one level higher; 0 for never
 * @param begin what is asked at the beginning, and where it leads
 * @param states in the order of the document
 * @param papers what is printed of matters in some of their states
 * @param about the field of the beginning that names whom a matter is about (本人); null when it is about nobody
 */
public record Flow(
        FlowHead head,
        Set<OrganizationKind> hosts,
        List<Option> origins,
        List<Party> parties,
        String countsFor,
        int raisedAfter,
        Step begin,
        List<State> states,
        List<FlowPaper> papers,
        @Nullable String about) {
    /** The organization that began it, among the parties. */
    public static final String HOST = "host";

    /** Who acts without holding a post of the organization, among the posts: whoever judges for it (评委). */
    public static final String JUDGE = "judge";

    /** The beginning, among the steps. */
    public static final String BEGIN = "begin";

    public Flow {
        hosts = Set.copyOf(hosts);
        origins = List.copyOf(origins);
        parties = List.copyOf(parties);
        states = List.copyOf(states);
        papers = List.copyOf(papers);
    }

    /** One of several to choose from. */
    public record Option(String id, Name name) {}

    /** One that takes part: an organization of some kinds, or, if {@code outside} asks who answers for it, one in words. */
    public record Party(String id, Name name, Set<OrganizationKind> kinds, List<Field> outside) {
        public Party {
            kinds = Set.copyOf(kinds);
            outside = List.copyOf(outside);
        }
    }

    /**
     * What is asked. Each one is a burden, so a step has few.
     *
     * @param values to choose from; only for a choice
     * @param unit what a number counts; null when it is plain from the name
     * @param from what of a decision fills it in at the beginning; null when that is not said
     * @param told whether whoever raised the matter at the door reads the answer
     * @param published whether anybody may read the answer; nothing else of a matter is public
     */
    public record Field(
            String id,
            Name name,
            Type type,
            boolean required,
            List<Option> values,
            @Nullable Name unit,
            @Nullable From from,
            boolean told,
            boolean published) {
        public Field {
            values = List.copyOf(values);
        }

        /** What of a record fills it in, when a decision becomes a matter. */
        public enum From {
            /** What was decided. */
            DECISION,
            /** What was studied first (第一议题). */
            STUDY,
            /** By when it is to be carried out. */
            DUE
        }

        /** What may be answered. */
        public enum Type {
            /** Up to 2,000 characters. */
            TEXT,
            DAY,
            /** Not negative, up to two decimals. */
            NUMBER,
            CHOICE,
            /** Something put in: PDF, picture, text document or workbook; only as evidence. */
            FILE,
            /** A record of what was held; only as evidence. */
            RECORD,
            /** Somebody who belongs to the host today, or to what is below it. */
            PERSON;

            /** Whether the answer is words, and no id of something that only those who may see the matter have. */
            public boolean isWords() {
                return this != FILE && this != RECORD && this != PERSON;
            }
        }
    }

    /**
     * Who acts: whoever holds one of the posts of a party, or of the organization above it.
     *
     * @param judges whether those act, too, who judge for it for a time, by a grant and without standing in its roster
     * @param of a party, or {@link #HOST}
     */
    public record Actor(Set<Post> posts, boolean judges, String of, boolean above) {
        public Actor {
            posts = Set.copyOf(posts);
        }
    }

    /**
     * Until when: some time after something.
     *
     * @param of the field or the step, where the event names one
     */
    public record Limit(
            int amount,
            Duty.Unit unit,
            Event after,
            @Nullable String of) {
        /** What the time runs from. */
        public enum Event {
            /** It came into this state. */
            ENTERED,
            /** The matter was begun. */
            BEGUN,
            /** A day that was answered. */
            FIELD,
            /** A step was done. */
            STEP
        }
    }

    /** Where something stands in the document, from 1. */
    public record Spot(int line, int column) {}

    /**
     * One way out of a state.
     *
     * @param to the state it leads to
     * @param asks what must or may be said
     * @param evidence what shows that it was done; all of it is required
     * @param chooses the parties that are named by it
     * @param verifies the step that it judges; whoever did that one cannot do this one
     * @param notBefore until when it cannot be taken yet; null for at once
     * @param caller whether whoever raised the matter at the door, or whom it is about, may take it, too
     * @param checks what must hold of the numbers and days that are asked
     */
    public record Step(
            String id,
            Name name,
            String to,
            List<Field> asks,
            List<Field> evidence,
            List<String> chooses,
            @Nullable String verifies,
            @Nullable Limit notBefore,
            boolean caller,
            List<Condition> checks,
            Spot spot) {
        public Step {
            asks = List.copyOf(asks);
            evidence = List.copyOf(evidence);
            chooses = List.copyOf(chooses);
            checks = List.copyOf(checks);
        }

        /** All that is asked, evidence last. */
        public List<Field> fields() {
            return Stream.concat(asks.stream(), evidence.stream()).toList();
        }
    }

    /**
     * Where a matter can be.
     *
     * @param closing whether it is over there, and how
     * @param owner who has it; null only where nothing can be done any more
     * @param within until when the next step is due; null only when closed for good
     */
    public record State(
            String id,
            Name name,
            Closing closing,
            @Nullable Actor owner,
            @Nullable Limit within,
            List<Step> steps,
            Spot spot) {
        public State {
            steps = List.copyOf(steps);
        }

        /** Every time that runs here: until when a step is due, until when one cannot be taken. */
        public Stream<Limit> limits() {
            return Stream.concat(
                    Stream.ofNullable(within), steps.stream().flatMap(step -> Stream.ofNullable(step.notBefore())));
        }

        public boolean closed() {
            return closing != Closing.OPEN;
        }

        /** Whether nothing is due there any more; it may still be reopened. */
        public boolean last() {
            return closed() && within == null;
        }

        /** Whether what is done here is judged by somebody else. */
        boolean judged(Flow flow) {
            return flow.steps().anyMatch(each -> ids().anyMatch(id -> id.equals(each.verifies())));
        }

        private Stream<String> ids() {
            return steps.stream().map(Step::id);
        }
    }

    /** Whether a matter is over. */
    public enum Closing {
        OPEN,
        /** 办结. */
        DONE,
        /** 不办: merged, withdrawn, not ours. */
        DROPPED
    }

    public Optional<State> state(String id) {
        return states.stream().filter(state -> state.id().equals(id)).findFirst();
    }

    /** The state in which a step can be taken. */
    public Optional<State> stateOf(String step) {
        return states.stream()
                .filter(state -> state.ids().anyMatch(step::equals))
                .findFirst();
    }

    /** Every step of every state. */
    public Stream<Step> steps() {
        return states.stream().flatMap(state -> state.steps().stream());
    }

    /** Every field, at the beginning and with every step. */
    Stream<Field> fields() {
        return Stream.concat(begin.fields().stream(), steps().flatMap(step -> step.fields().stream()));
    }

    /** Every field whose answer anybody may read. */
    public Stream<Field> published() {
        return steps().flatMap(step -> step.asks().stream()).filter(Field::published);
    }

    public Optional<Party> party(String id) {
        return parties.stream().filter(party -> party.id().equals(id)).findFirst();
    }
}
