package org.yijitong.overview;

import java.time.LocalDate;
import java.util.List;
import org.yijitong.activity.ActivityKind;
import org.yijitong.mechanism.Duty;

/**
 * Something one should know of.
 *
 * @param day the day it is about: of the meeting, of the rule, by which something was due
 * @param id of what it is about: a plan, an invitation, a mechanism, an obligation, a hook; of a draft its address, since there
 *     are drafts of several kinds
 * @param name of the other side, the rule, or the organization with its duty; empty for meetings
 * @param activities of a meeting; else none
 */
public record Notice(Kind kind, LocalDate day, String id, Duty.Name name, List<ActivityKind> activities) {
    /** What it is about. */
    public enum Kind {
        /** A meeting is planned for the days to come. */
        PLAN,
        /** A planned meeting whose day is past was not written down. */
        UNRECORDED,
        /** Another organization says that one took part in something, and asks who. */
        INVITATION,
        /** A rule is new. */
        RULE_BEGINS,
        /** A rule ends soon. */
        RULE_ENDS,
        /** A document waits for a second person. */
        DRAFT,
        /** Another system takes nothing any more and is told nothing until somebody sees to it. */
        HOOK,
        /** People are told something else about what is held on them. */
        PRIVACY,
        /** Something below is late longest of all: a gap to help with. */
        HELP
    }

    static Notice of(Kind kind, LocalDate day, String id, String name) {
        return new Notice(kind, day, id, new Duty.Name(name, name), List.of());
    }
}
