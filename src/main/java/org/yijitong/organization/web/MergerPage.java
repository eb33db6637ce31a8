package org.yijitong.organization.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Person;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Page;

/**
 * Joining two entries of one person, in three steps: find the other, compare, confirm.
 *
 * @param found candidates
 * @param first this entry
 * @param second the other one, once chosen
 * @param kept the one that stays, once chosen
 */
public record MergerPage(
        PeopleAddress at,
        String q,
        List<RosterLine> found,
        Entry first,
        @Nullable Entry second,
        @Nullable PersonId kept) {

    /** An entry to compare. */
    public record Entry(
            Person person, String where, @Nullable String number) {}

    /** A line of the comparison. */
    public record Line(String field, String first, String second) {
        /** Whether the two differ. */
        public boolean differs() {
            return !first.equals(second);
        }
    }

    /** Field by field; empty until the other is chosen. */
    public List<Line> lines(Page page) {
        if (second == null) {
            return List.of();
        }
        PersonForm one = PersonForm.of(first.person().details(), 0);
        PersonForm other = PersonForm.of(second.person().details(), 0);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(page.t("people.person.where"), first.where(), second.where()));
        lines.add(new Line(page.t("people.field.number"), said(page, first.number()), said(page, second.number())));
        one.said(page)
                .forEach((field, value) -> lines.add(new Line(
                        field,
                        value,
                        Objects.requireNonNullElse(other.said(page).get(field), ""))));
        return lines;
    }

    private static String said(Page page, @Nullable String value) {
        return value == null ? page.t("people.nothing") : value;
    }

    /** Which step this is, from 0. */
    public int step() {
        return second == null ? 0 : kept == null ? 1 : 2;
    }

    /** The entry that stays. */
    public Entry stays() {
        return second != null && second.person().id().equals(kept) ? second : first;
    }

    /** The entry that goes; this one until another is chosen. */
    public Entry goes() {
        return second == null || second.person().id().equals(kept) ? first : second;
    }
}
