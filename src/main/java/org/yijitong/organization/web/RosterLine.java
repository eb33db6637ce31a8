package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Post;
import org.yijitong.organization.RosterRow;
import org.yijitong.shared.Page;

/**
 * One row of a roster in words.
 *
 * @param tag the look of the state: ok, due, late, plain
 * @param state kind and states
 * @param joined the day of joining, or that there is none
 * @param know what else to know: posts, the end of probation
 */
public record RosterLine(
        PersonId id,
        String name,
        String tag,
        String state,
        String branch,
        @Nullable String group,
        String joined,
        String know) {

    /** The row as of a day. */
    static RosterLine of(Page page, RosterRow row, LocalDate day) {
        LocalDate joined = row.joinedOn();
        return new RosterLine(
                row.personId(),
                row.name(),
                tag(row.kind(), row.states()),
                state(page, row.kind(), row.states()),
                row.organizationName(),
                row.groupName(),
                joined == null
                        ? page.t(row.kind().isMember() ? "people.joined.unknown" : "people.joined.not")
                        : joined.toString(),
                know(page, row, day));
    }

    static String tag(MemberKind kind, List<MemberState> states) {
        if (states.contains(MemberState.SUSPENDED) || states.contains(MemberState.LOST_CONTACT)) {
            return "late";
        }
        if (!states.isEmpty()) {
            return "plain";
        }
        return switch (kind) {
            case FULL -> "ok";
            case PROBATIONARY -> "due";
            default -> "plain";
        };
    }

    /** Kind and states; who is suspended or lost is called that alone. */
    static String state(Page page, MemberKind kind, List<MemberState> states) {
        List<String> words = new ArrayList<>();
        boolean grave = tag(kind, states).equals("late");
        if (!grave) {
            words.add(page.t("people.kind.short." + kind.name()));
        }
        states.forEach(state -> words.add(page.t("people.state." + state.name())));
        return String.join(page.t("people.comma"), words);
    }

    /** Posts in the order of their standing. */
    static String posts(Page page, List<Post> posts) {
        return posts.stream()
                .sorted()
                .map(post -> page.t("people.post." + post.name()))
                .collect(Collectors.joining(page.t("people.and")));
    }

    private static String know(Page page, RosterRow row, LocalDate day) {
        List<String> words = new ArrayList<>();
        if (!row.posts().isEmpty()) {
            words.add(posts(page, row.posts()));
        }
        LocalDate joined = row.joinedOn();
        if (row.kind() == MemberKind.PROBATIONARY && joined != null) {
            LocalDate ends = joined.plusYears(1);
            words.add(page.t(ends.isAfter(day) ? "people.probation.ends" : "people.probation.ended", ends));
        }
        return String.join(page.t("people.semicolon"), words);
    }
}
