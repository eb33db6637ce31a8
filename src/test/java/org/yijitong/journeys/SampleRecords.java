package org.yijitong.journeys;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Drafts;
import org.yijitong.activity.Invitations;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.Records;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** What the third branch of the sample unit has recorded: a corrected record with everything in it, and a late one. */
final class SampleRecords {
    private static final Map<ApplicationContext, String> ONE = new ConcurrentHashMap<>();
    private static final Map<ApplicationContext, String> ASKED = new ConcurrentHashMap<>();

    private SampleRecords() {}

    /** The address of the record with everything in it. */
    static String one(ApplicationContext context) {
        return ONE.computeIfAbsent(context, SampleRecords::made);
    }

    /** The address of what a working committee says the third branch took part in. */
    static String asked(ApplicationContext context) {
        return ASKED.computeIfAbsent(context, SampleRecords::invited);
    }

    /** The third branch met today, all of it: the next form begins with that, whatever other journeys recorded. */
    static void metToday(ApplicationContext context) {
        SampleUnit.Made made = Sample.of(context);
        Draft draft = Drafts.of(context.getBean(Days.class).today(), ActivityKind.GENERAL_MEETING);
        context.getBean(Records.class).record(made.branch(), made.third(), draft);
    }

    private static String invited(ApplicationContext context) {
        SampleUnit.Made made = Sample.of(context);
        var above = made.above();
        Draft draft = Drafts.of(context.getBean(Days.class).today(), ActivityKind.JOINT);
        Scope host =
                new Scope(made.scope().account(), above.unitId(), above.rootId().value());
        Draft joint = new Draft(
                draft.occasion(),
                new Draft.Sides(List.of(), List.of(new Draft.Guest(made.unit().unitId(), "第三党支部"))),
                draft.attendance(),
                draft.content(),
                draft.further());
        context.getBean(Records.class).record(host, above.rootId(), joint);
        var asked = context.getBean(Invitations.class).open(made.branch());
        return "/units/" + made.unit().unitId() + "/invitations/"
                + asked.getFirst().invitationId();
    }

    private static String made(ApplicationContext context) {
        SampleUnit.Made made = Sample.of(context);
        Records records = context.getBean(Records.class);
        var today = context.getBean(Days.class).today();
        records.record(made.branch(), made.third(), Drafts.of(today.minusDays(12), ActivityKind.THEME_DAY));
        Draft draft =
                Drafts.without(Drafts.of(today, ActivityKind.GENERAL_MEETING, ActivityKind.LESSON), made.person("周晓岚"));
        Draft full = new Draft(
                draft.occasion(),
                draft.sides(),
                draft.attendance(),
                new Draft.Content(
                        List.of(new Draft.Item("学习全会精神", true), new Draft.Item("讨论发展对象", false)),
                        Drafts.MINUTES,
                        List.of(new Draft.Decision("拿出接口清单", made.person("沈南乔"), today.plusDays(20)))),
                new Draft.Further(Draft.Lecturer.SECRETARY, new java.math.BigDecimal("1.5"), null));
        RecordId id = records.record(made.branch(), made.third(), full);
        records.correct(made.branch(), id, 1, full, "补上定下的事");
        return "/units/" + made.unit().unitId() + "/records/" + id;
    }
}
