package org.yijitong.journeys;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.activity.PlanDraft;
import org.yijitong.activity.PlanId;
import org.yijitong.activity.Plans;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Days;

/** What the third branch of the sample unit plans: a meeting each month for a quarter, with one who asked for leave. */
final class SamplePlans {
    private static final Map<ApplicationContext, String> ONE = new ConcurrentHashMap<>();

    private SamplePlans() {}

    /** The address of the first of them. */
    static String one(ApplicationContext context) {
        return ONE.computeIfAbsent(context, SamplePlans::made);
    }

    private static String made(ApplicationContext context) {
        SampleUnit.Made made = Sample.of(context);
        Plans plans = context.getBean(Plans.class);
        LocalDate day = context.getBean(Days.class).today().plusDays(3);
        PlanId id = plans.plan(
                made.branch(),
                made.third(),
                new PlanDraft(
                        Set.of(ActivityKind.GENERAL_MEETING, ActivityKind.THEME_DAY),
                        new PlanDraft.When(day, LocalTime.of(15, 0), LocalTime.of(16, 30)),
                        "第三会议室",
                        "学习全会精神",
                        List.of("讨论发展对象", "通报党费收缴情况"),
                        day.plusMonths(2)));
        plans.leave(made.branch(), id, made.person("周晓岚"), Draft.Cause.JOURNEY, "去广州开会");
        plans.move(made.branch(), id, 1, new PlanDraft.When(day.plusDays(1), LocalTime.of(15, 0), null), "会议室被占");
        return "/units/" + made.unit().unitId() + "/plans/" + id;
    }
}
