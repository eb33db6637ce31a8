package org.yijitong.activity;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.yijitong.activity.Draft.Attendance;
import org.yijitong.activity.Draft.Content;
import org.yijitong.activity.Draft.Further;
import org.yijitong.activity.Draft.Item;
import org.yijitong.activity.Draft.Occasion;
import org.yijitong.activity.Draft.Sides;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;

/** Drafts as tests write them: everyone came, one study item, one sentence. */
public final class Drafts {
    public static final String MINUTES = "四季度重点抓数据共享攻关，沈南乔牵头，12月20日前拿出接口清单。";

    private Drafts() {}

    public static Draft of(LocalDate day, ActivityKind... kinds) {
        return new Draft(
                new Occasion(Set.of(kinds), day, LocalTime.of(15, 0), LocalTime.of(16, 30), "第三会议室", ""),
                Sides.NONE,
                Attendance.ALL,
                new Content(List.of(new Item("学习全会精神", true)), MINUTES, List.of()),
                Further.NOTHING);
    }

    /** The same without some of the people. */
    public static Draft without(Draft draft, PersonId... absent) {
        Attendance attendance = new Attendance(
                List.of(absent).stream()
                        .map(person -> new Draft.Absence(person, Draft.Cause.LEAVE, null))
                        .toList(),
                List.of(),
                "",
                null,
                null);
        return new Draft(draft.occasion(), draft.sides(), attendance, draft.content(), draft.further());
    }

    /** The same together with others of the unit. */
    public static Draft with(Draft draft, OrganizationId... sides) {
        Sides all = new Sides(List.of(sides), draft.sides().guests());
        return new Draft(draft.occasion(), all, draft.attendance(), draft.content(), draft.further());
    }

    /** The same on other words. */
    public static Draft saying(Draft draft, String minutes) {
        Content content =
                new Content(draft.content().agenda(), minutes, draft.content().decisions());
        return new Draft(draft.occasion(), draft.sides(), draft.attendance(), content, draft.further());
    }
}
