package org.yijitong.activity.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.Plan;
import org.yijitong.shared.Page;

/** Says when and what is planned, in words. */
public final class PlanWords {
    private PlanWords() {}

    /** 11月28日 周五 15:00 至 16:30. */
    public static String when(Page page, Plan plan) {
        String day = page.date(plan.heldOn()) + " " + page.words().weekday(plan.heldOn());
        @Nullable LocalTime from = plan.from();
        @Nullable LocalTime to = plan.to();
        if (from == null) {
            return day;
        }
        return to == null ? day + " " + from : page.t("activity.form.when", day, from.toString(), to.toString());
    }

    /** Everything on the agenda, what is studied first. */
    public static List<String> agenda(Page page, Plan plan) {
        List<String> agenda = new ArrayList<>();
        if (!plan.theme().isEmpty()) {
            agenda.add(page.t("activity.plan.study", plan.theme()));
        }
        agenda.addAll(plan.items());
        return agenda;
    }

    /** The text for the chat group: plain words, without links. */
    public static String notice(Page page, Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(page.t("activity.plan.notice.head", plan.organizationName(), Naming.kinds(page, plan.kinds())));
        lines.add(page.t("activity.plan.notice.when", when(page, plan)));
        if (!plan.place().isEmpty()) {
            lines.add(page.t("activity.plan.notice.place", plan.place()));
        }
        List<String> agenda = agenda(page, plan);
        IntStream.range(0, agenda.size())
                .forEach(i -> lines.add(page.t("activity.plan.notice.item", i + 1, agenda.get(i))));
        lines.add(page.t("activity.plan.notice.leave"));
        return String.join("\n", lines);
    }

    /** How many lines that text fills. */
    public static long lines(Page page, Plan plan) {
        return notice(page, plan).lines().count() + 1;
    }

    /** What became of it, by the day it is read. */
    public static String state(Page page, Plan plan, LocalDate today) {
        return page.t(plan.unrecorded(today) ? "activity.plan.unrecorded" : "activity.plan.state." + plan.state());
    }
}
