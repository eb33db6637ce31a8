package org.yijitong.journeys;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.context.ApplicationContext;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Moment;

/** The fictional unit whose organizations the page tests visit: made once for each server. */
final class Sample {
    private static final Map<ApplicationContext, SampleUnit.Made> MADE = new HashMap<>();

    private Sample() {}

    static synchronized SampleUnit.Made of(ApplicationContext context) {
        return MADE.computeIfAbsent(context, Sample::made);
    }

    /** Written down seven months ago, so that there are past months. */
    private static SampleUnit.Made made(ApplicationContext context) {
        SampleUnit sample = context.getAutowireCapableBeanFactory().createBean(SampleUnit.class);
        List<SampleUnit.Made> made = new ArrayList<>();
        LocalDate today = context.getBean(Days.class).today();
        at(today.minusMonths(7), () -> made.add(sample.make(today)));
        return made.getFirst();
    }

    /** As if it were noon of a day. */
    static void at(LocalDate day, Runnable work) {
        Moment.at(
                day.atTime(12, 0).atZone(Days.SHANGHAI).toInstant(),
                new Random(day.toEpochDay() ^ System.nanoTime()),
                work);
    }

    /** The address of the unit's tree. */
    static String tree(ApplicationContext context) {
        return "/units/" + of(context).unit().unitId() + "/organizations";
    }

    /** The address of a page of its third branch. */
    static String third(ApplicationContext context, String below) {
        return tree(context) + "/" + of(context).third() + below;
    }

    /** The address of the roster, or of a page below it. */
    static String people(ApplicationContext context, String below) {
        return "/units/" + of(context).unit().unitId() + "/people" + below;
    }

    /** The address of one person who holds a post, or of a page below it. */
    static String person(ApplicationContext context, String below) {
        return people(context, "/" + of(context).person("林若川") + below);
    }
}
