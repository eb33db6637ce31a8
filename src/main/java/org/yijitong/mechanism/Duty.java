package org.yijitong.mechanism;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.Language;
import org.yijitong.shared.Words;

/**
 * One duty in one version of its mechanism: who owes it, how often, which facts count, and why.
 *
 * @param dutyId the same over all versions
 * @param dutyVersionId of this version
 * @param position its place in the document
 * @param basis the rule it rests on
 * @param counts conditions of which a fact must meet all
 * @param need how much a period asks, for each of {@code needPer}
 * @param sumField the number field that is added up; null when facts are counted
 * @param trigger what sets off a duty that has no calendar; null otherwise
 * @param excuses the grounds on which it may be excused
 * @param advice how to make it up, in one sentence
 * @param mistakes what is easily got wrong, in one sentence (易错)
 * @param proposal what in it nobody has prescribed and every unit may set otherwise; null when all is prescribed
 */
public record Duty(
        UUID dutyId,
        UUID dutyVersionId,
        Mechanism mechanism,
        int position,
        String id,
        Name name,
        Basis basis,
        Bearer bearer,
        Period period,
        Grace grace,
        FactKind fact,
        List<Condition> counts,
        BigDecimal need,
        NeedPer needPer,
        @Nullable String sumField,
        @Nullable Trigger trigger,
        Set<Excuse> excuses,
        Visibility visibility,
        @Nullable Name advice,
        @Nullable Name mistakes,
        @Nullable Name proposal) {

    /**
     * The document a duty stands in.
     *
     * @param since the first day its version judges
     * @param until the last, included: the day before a later version begins, or its own
     * @param publishedOn nothing due before this day is late
     * @param units the codes of the units it binds, each with all below it; empty for every unit
     */
    public record Mechanism(
            String id,
            int version,
            String pack,
            Name name,
            LocalDate since,
            LocalDate until,
            LocalDate publishedOn,
            List<Basis> sources,
            Set<String> units) {
        private Mechanism until(LocalDate last) {
            return new Mechanism(id, version, pack, name, since, last, publishedOn, sources, units);
        }

        /** The same under another identifier, as if it judged and had been known from a day to a day. */
        Mechanism as(String other, LocalDate first, LocalDate last) {
            return new Mechanism(other, version, pack, name, first, last, first, sources, units);
        }
    }

    /** The same duty under the identifiers it is stored with, judging up to a last day. */
    Duty stored(UUID duty, UUID version, LocalDate until) {
        return under(duty, version, mechanism.until(until));
    }

    /** The same duty in another head, under other identifiers. */
    Duty under(UUID duty, UUID version, Mechanism head) {
        return new Duty(
                duty,
                version,
                head,
                position,
                id,
                name,
                basis,
                bearer,
                period,
                grace,
                fact,
                counts,
                need,
                needPer,
                sumField,
                trigger,
                excuses,
                visibility,
                advice,
                mistakes,
                proposal);
    }

    /** What it is called, with its mechanism. */
    public Called called() {
        return new Called(mechanism.name(), name);
    }

    /** The names of a mechanism and of a duty in it. */
    public record Called(Name mechanism, Name duty) {
        /** 三会一课·支委会; once where both are the same. */
        public String in(Words words) {
            String one = mechanism.in(words.language());
            String other = duty.in(words.language());
            return one.equals(other) ? other : words.t("mechanism.called", one, other);
        }
    }

    /**
     * Words in the languages of the documents.
     *
     * @param chinese zh-Hans
     * @param traditional zh-Hant; the same as zh-Hans where the document gives none
     */
    public record Name(String chinese, String english, String traditional) {
        public Name(String chinese, String english) {
            this(chinese, english, chinese);
        }

        /** In the language of a page. */
        public String in(Language language) {
            return switch (language) {
                case ZH_HANS -> chinese;
                case ZH_HANT -> traditional;
                case EN -> english;
            };
        }
    }

    /**
     * The rule a duty rests on.
     *
     * @param article such as 第十一条; empty where the rule has none
     */
    public record Basis(String regulation, String article) {}

    /**
     * Who owes it.
     *
     * @param personal whether people owe it, each for themselves
     * @param kinds kinds of organization, or of member, in lower case
     * @param posts posts of which one must be held; only for people, empty for everyone
     * @param least the fewest members on the first day of the period
     * @param most the most
     */
    public record Bearer(boolean personal, Set<String> kinds, Set<String> posts, int least, int most) {}

    /** How often. */
    public enum Period {
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR,
        /** Within some time of what sets it off. */
        AFTER
    }

    /** How long after the end of a period it may still be written down without being late. */
    public record Grace(int amount, Unit unit) {}

    /** In what time is counted. */
    public enum Unit {
        DAYS,
        WORKING_DAYS,
        MONTHS
    }

    /** For whom the need is meant. */
    public enum NeedPer {
        ORGANIZATION,
        MEMBER,
        GROUP
    }

    /** What sets it off: a fact that meets all conditions; to be met within the time after its day. */
    public record Trigger(FactKind fact, List<Condition> conditions, Grace within) {}

    /** A ground on which a superior may excuse it. */
    public enum Excuse {
        /** 不适用. */
        NOT_APPLICABLE,
        /** 已合并: held together with something that is recorded elsewhere. */
        MERGED
    }

    /** Who sees how it stands. */
    public enum Visibility {
        /** The bearer and the direct superior by name, those above in sums. */
        DIRECT,
        /** The person and their branch only. */
        PRIVATE
    }
}
