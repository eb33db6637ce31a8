package org.yijitong.organization;

import java.util.List;

/**
 * Something about an organization that somebody should see to; it blocks nothing.
 *
 * @param kind what it is; the order of the kinds is that of urgency
 * @param arguments what fills the sentences of its kind, as its comment says: days, names, posts, numbers
 * @param article the key of the rule it follows from, see {@link Rules#article}; empty when it follows from none
 */
public record Warning(Kind kind, List<Object> arguments, String article) {
    /** What a warning is about. */
    public enum Kind {
        /** The term has ended; first day, last day, days since. */
        TERM_OVER,
        /** A post that must be held is not; the post, who held it last, until when, days since. */
        POST_LEFT,
        /** A post that must be held never was; the post. */
        POST_EMPTY,
        /** There must be a committee and is none; full members, from how many on. */
        COMMITTEE_MISSING,
        /** The term ends soon; first day, last day, days left, years of a term. */
        TERM_ENDING,
        /** Fewer members than usual; how many, how many at least. */
        TOO_FEW,
        /** Fewer full members than a branch needs; how many, how many at least. */
        TOO_FEW_FULL,
        /** More members than usual; how many, how many at most. */
        TOO_MANY,
        /** A committee with fewer people than usual; how many, at least, at most. */
        COMMITTEE_SMALL,
        /** A committee with more people than usual; how many, at most. */
        COMMITTEE_LARGE,
        /** No term of office is on record. */
        TERM_UNKNOWN
    }

    /** Whether it is late already; otherwise there is still time. */
    public boolean late() {
        return kind.compareTo(Kind.COMMITTEE_MISSING) <= 0;
    }
}
