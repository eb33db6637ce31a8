package org.yijitong.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.UnitId;

/** What somebody writes down about one activity (会议记录: 条例 and practice ask for no more than these fields). */
public record Draft(Occasion occasion, Sides sides, Attendance attendance, Content content, Further further) {
    /**
     * What was held, when and where.
     *
     * @param kinds at least one
     * @param day the day it was held, in Asia/Shanghai
     * @param place up to 100 characters; empty when not told
     * @param title up to 100 characters; empty to be called by what was discussed
     */
    public record Occasion(
            Set<ActivityKind> kinds,
            LocalDate day,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            String place,
            String title) {
        public Occasion {
            kinds = java.util.Collections.unmodifiableSet(kinds.isEmpty() ? Set.of() : java.util.EnumSet.copyOf(kinds));
        }
    }

    /**
     * Who else held it.
     *
     * @param own organizations of this unit, the host not among them
     */
    public record Sides(List<OrganizationId> own, List<Guest> guests) {
        public static final Sides NONE = new Sides(List.of(), List.of());

        public Sides {
            own = List.copyOf(own);
            guests = List.copyOf(guests);
        }
    }

    /** An organization that confirms for itself, as the host calls it; up to 100 characters. */
    public record Guest(UnitId unit, String name) {}

    /**
     * Who was not there, and who was beside those expected.
     *
     * @param observers people of the sides who sat in (列席)
     * @param others further people who sat in, by name; up to 500 characters
     * @param told how many of the host's own people, where only numbers are known; null where somebody is named as absent,
     *     which says more
     */
    public record Attendance(
            List<Absence> absences,
            List<PersonId> observers,
            String others,
            @Nullable PersonId chair,
            @Nullable PersonId minuteTaker,
            @Nullable Told told) {
        public static final Attendance ALL = new Attendance(List.of(), List.of(), "", null, null);

        public Attendance {
            absences = List.copyOf(absences);
            observers = List.copyOf(observers);
            told = absences.isEmpty() ? told : null;
        }

        public Attendance(
                List<Absence> absences,
                List<PersonId> observers,
                String others,
                @Nullable PersonId chair,
                @Nullable PersonId minuteTaker) {
            this(absences, observers, others, chair, minuteTaker, null);
        }
    }

    /**
     * How many were expected and came, without saying who did not (应到、实到).
     *
     * @param expected 0 to 9,999
     * @param present no more than that
     */
    public record Told(int expected, int present) {
        boolean holds() {
            return present >= 0 && present <= expected && expected <= 9_999;
        }
    }

    /** Someone who was expected and did not come; the note has up to 100 characters. */
    public record Absence(
            PersonId person, Cause cause, @Nullable String note) {}

    /** Why someone did not come. */
    public enum Cause {
        /** 请假 */
        LEAVE,
        /** 出差 */
        JOURNEY,
        /** 病假 */
        ILLNESS,
        /** 其他 */
        OTHER
    }

    /**
     * What was discussed and decided.
     *
     * @param minutes up to 10,000 characters; empty when nothing was written
     */
    public record Content(List<Item> agenda, String minutes, List<Decision> decisions) {
        public Content {
            agenda = List.copyOf(agenda);
            decisions = List.copyOf(decisions);
        }

        /** The first item is study (第一议题). */
        boolean firstIsStudy() {
            return !agenda.isEmpty() && agenda.getFirst().study();
        }

        boolean anyIsStudy() {
            return agenda.stream().anyMatch(Item::study);
        }
    }

    /**
     * One item of the agenda.
     *
     * @param subject 1 to 200 characters; of a study item its theme
     */
    public record Item(String subject, boolean study) {}

    /** What was decided; up to 500 characters. */
    public record Decision(
            String subject,
            @Nullable PersonId owner,
            @Nullable LocalDate due) {}

    /**
     * What only some kinds have.
     *
     * @param hours 学时 for each who was there, with up to one decimal
     * @param problems how many were raised on a visit
     */
    public record Further(
            @Nullable Lecturer lecturer,
            @Nullable BigDecimal hours,
            @Nullable Integer problems) {
        public static final Further NOTHING = new Further(null, null, null);
    }

    /** Who gave a lesson. */
    public enum Lecturer {
        /** 书记 */
        SECRETARY,
        /** 班子成员 */
        LEADER,
        /** 党员 */
        MEMBER,
        /** 专家 */
        EXPERT
    }

    /** What it is called: by its title, else by its first item, else by the first sentence of its minutes. */
    String subject() {
        if (!occasion.title().isEmpty()) {
            return occasion.title();
        }
        if (!content.agenda().isEmpty()) {
            return content.agenda().getFirst().subject();
        }
        String first = content.minutes().split("\\R|(?<=[。；！？])", 2)[0].strip();
        return first.codePointCount(0, first.length()) <= 60
                ? first.replaceAll("[。；]$", "")
                : first.substring(0, first.offsetByCodePoints(0, 60));
    }
}
