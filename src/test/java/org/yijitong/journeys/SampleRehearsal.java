package org.yijitong.journeys;

import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;
import org.yijitong.organization.SampleUnit;
import org.yijitong.overview.RehearsalDesk;
import org.yijitong.overview.RehearsalRun;
import org.yijitong.shared.Days;

/** A document that the sample unit has rehearsed on this year. */
final class SampleRehearsal {
    static final String TEXT = """
            mechanism: sample-reading
            version: 1
            name: {zh-Hans: 跨部门读书会, en: Reading across departments}
            in-force: {since: SINCE, until: UNTIL}
            sources: [{regulation: 本单位学习办法, article: 第三条}]
            duties:
              - duty: reading
                name: {zh-Hans: 跨部门读书会, en: Reading across departments}
                basis: {regulation: 本单位学习办法, article: 第三条}
                owed-by: {organizations: [branch, joint_branch]}
                every: quarter
                need: 1
                counts: {fact: activity, where: [{field: kinds, contains: reading}, {field: partners, min: 1}]}
              - duty: meeting
                name: {zh-Hans: 支委会再开一次, en: One more committee meeting}
                basis: {regulation: 本单位学习办法}
                owed-by: {organizations: [branch]}
                every: month
                need: 1
                counts: {fact: activity, where: [{field: kinds, contains: committee_meeting}]}
            """;

    private static final Map<ApplicationContext, String> DONE = new ConcurrentHashMap<>();

    private SampleRehearsal() {}

    /** The document, in force from the first day of next year for a year. */
    static String text(LocalDate today) {
        LocalDate since = LocalDate.of(today.getYear() + 1, 1, 1);
        return TEXT.replace("SINCE", since.toString())
                .replace("UNTIL", since.plusYears(1).minusDays(1).toString());
    }

    /** The address of what came of it. */
    static String done(ApplicationContext context) {
        return DONE.computeIfAbsent(context, SampleRehearsal::made);
    }

    private static String made(ApplicationContext context) {
        SampleStandings.why(context);
        SampleUnit.Made made = Sample.of(context);
        RehearsalDesk desk = context.getBean(RehearsalDesk.class);
        LocalDate today = context.getBean(Days.class).today();
        UUID id = desk.begin(made.scope(), false, text(today), today.getYear());
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> desk.find(made.scope(), id).state() == RehearsalRun.State.DONE);
        return "/rehearsals/" + id;
    }
}
