package org.yijitong.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.Post;
import org.yijitong.organization.Sex;

/**
 * The file {@code story.yaml}: the branch that manuals, screens and tests tell of.
 *
 * @param into the branch
 * @param merged the branch that was merged into it
 * @param recordedSecretaryFrom the wrong first day of the secretary, until {@code correctedOn}
 */
record Story(
        String unit,
        String into,
        String merged,
        LocalDate mergedOn,
        LocalDate electedOn,
        LocalDate dueOn,
        LocalDate recordedSecretaryFrom,
        LocalDate correctedOn,
        String correctedReason,
        Term mergedTerm,
        LocalDate joinGroupsOn,
        List<String> leaders,
        List<String> youth,
        ByElection byElection,
        List<Turn> turns,
        List<Person> people) {

    record Term(LocalDate begins, LocalDate due) {}

    record ByElection(String person, Post post, LocalDate day) {}

    /** Someone becomes another kind of member, or gets another state. */
    record Turn(
            String person,
            MemberKind kind,
            @Nullable List<MemberState> states,
            int group,
            LocalDate day,
            String reason,
            @Nullable LocalDate until,
            @Nullable String note) {}

    /**
     * Someone of the branch.
     *
     * @param joined null for those who have not joined
     * @param kind full member when null
     * @param left the day they moved away
     * @param merged whether they came with the merged branch
     */
    record Person(
            String name,
            Sex sex,
            @Nullable LocalDate joined,
            @Nullable MemberKind kind,
            int group,
            @Nullable String phone,
            String title,
            @Nullable String office,
            boolean retired,
            boolean merged,
            @Nullable LocalDate left,
            @Nullable List<Post> posts) {}
}
