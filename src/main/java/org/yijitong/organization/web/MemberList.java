package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.Rosters.Tallies;
import org.yijitong.shared.Page;

/**
 * The people of one branch or group, as part of its page: counts by state, a search, twenty rows. The template is
 * {@code organization/memberList.jte}.
 *
 * @param path the address of the page it is part of
 * @param keep what else stands in that page's address and has to stay there: the day looked at
 * @param day the day it is about
 * @param groups Party groups of the branch, id to name
 */
public record MemberList(
        PeopleAddress at,
        String path,
        Map<String, String> keep,
        RosterQuery query,
        LocalDate day,
        Tallies tallies,
        List<RosterLine> lines,
        String next,
        Map<String, String> groups) {

    /** A choice above the list. */
    public record Chip(String words, int people, String href, boolean now) {}

    /** Everyone, each kind and each state that somebody has. */
    public List<Chip> chips(Page page) {
        List<Chip> chips = new java.util.ArrayList<>();
        boolean all = text(query.kind()).isEmpty() && text(query.state()).isEmpty();
        chips.add(new Chip(page.t("people.all"), tallies.total(), href("", "", ""), all));
        for (MemberKind kind : MemberKind.values()) {
            int people = tallies.kinds().getOrDefault(kind, 0);
            if (people > 0) {
                boolean now = kind.name().equals(query.kind());
                chips.add(new Chip(page.t("people.kind.short." + kind.name()), people, href(kind.name(), "", ""), now));
            }
        }
        for (MemberState state : MemberState.values()) {
            int people = tallies.states().getOrDefault(state, 0);
            if (people > 0) {
                boolean now = state.name().equals(query.state());
                chips.add(new Chip(page.t("people.state." + state.name()), people, href("", state.name(), ""), now));
            }
        }
        return chips;
    }

    /** Where the next rows are. */
    public String nextHref() {
        return href(text(query.kind()), text(query.state()), next);
    }

    /** The first rows of the same choice. */
    public String startHref() {
        return href(text(query.kind()), text(query.state()), "");
    }

    private String href(String kind, String state, String after) {
        Map<String, String> asked = new LinkedHashMap<>(keep);
        asked.values().removeIf(String::isEmpty);
        String base = path;
        for (Map.Entry<String, String> each : asked.entrySet()) {
            base += (base.contains("?") ? "&" : "?") + each.getKey() + "=" + RosterQuery.encoded(each.getValue());
        }
        String list = new RosterQuery(query.q(), query.branch(), kind, state, "").at("", after);
        String joined = base.contains("?") ? base + list.replaceFirst("^\\?", "&") : base + list;
        return joined + "#members";
    }

    private static String text(@org.jspecify.annotations.Nullable String written) {
        return Objects.requireNonNullElse(written, "");
    }
}
