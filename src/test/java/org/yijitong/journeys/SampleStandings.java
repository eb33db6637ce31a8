package org.yijitong.journeys;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.yijitong.ledger.Openings;
import org.yijitong.mechanism.SampleDuties;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.SampleUnit;
import org.yijitong.overview.Home;
import org.yijitong.overview.Homes;
import org.yijitong.shared.Days;

/** What the third branch of the sample unit owes: the sample duties, some of it done by what it recorded. */
final class SampleStandings {
    private static final Map<ApplicationContext, String> WHY = new ConcurrentHashMap<>();

    private SampleStandings() {}

    /** The address of a page of the unit. */
    static String unit(ApplicationContext context, String below) {
        why(context);
        return "/units/" + Sample.of(context).unit().unitId() + below;
    }

    /** The address that explains an obligation. */
    static String why(ApplicationContext context) {
        return WHY.computeIfAbsent(context, SampleStandings::made);
    }

    private static String made(ApplicationContext context) {
        SampleUnit.Made made = Sample.of(context);
        context.getAutowireCapableBeanFactory().createBean(SampleDuties.class).publish();
        Openings openings = context.getBean(Openings.class);
        LocalDate month = context.getBean(Days.class).today().withDayOfMonth(1).minusMonths(2);
        Sample.at(month, () -> openings.open(made.unit().unitId()));
        openings.open(made.unit().unitId());
        SampleRecords.one(context);
        Home home = context.getBean(Homes.class)
                .of(
                        made.scope(),
                        made.third(),
                        AsOf.knownNow(context.getBean(Days.class).today()));
        return "/units/" + made.unit().unitId() + "/obligations/"
                + home.due().getFirst().stand().obligation();
    }
}
