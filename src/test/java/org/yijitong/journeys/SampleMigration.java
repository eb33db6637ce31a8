package org.yijitong.journeys;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.FlowPublications;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Migration;
import org.yijitong.matter.Migrations;
import org.yijitong.matter.TurnedFlow;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Days;

/** Matters of a flow in two versions that wait to be moved. */
final class SampleMigration {
    private static final String FLOW = "turned-sample";
    private static final Map<ApplicationContext, String> ONE = new ConcurrentHashMap<>();

    private SampleMigration() {}

    static String list(ApplicationContext context) {
        waiting(context);
        return base(context);
    }

    static String asked(ApplicationContext context) {
        waiting(context);
        return base(context) + "/new?flow=" + FLOW + "&from=2&to=1";
    }

    static String waiting(ApplicationContext context) {
        return ONE.computeIfAbsent(context, SampleMigration::made);
    }

    private static String base(ApplicationContext context) {
        return "/units/" + Sample.of(context).unit().unitId() + "/migrations";
    }

    private static String made(ApplicationContext context) {
        SampleUnit.Made made = Sample.of(context);
        FlowPublications publications = context.getBean(FlowPublications.class);
        LocalDate today = context.getBean(Days.class).today();
        publications.publish("one.yaml", TurnedFlow.text(FLOW, 1, today));
        publications.publish("two.yaml", TurnedFlow.text(FLOW, 2, today));
        context.getBean(Matters.class)
                .begin(
                        made.scope(),
                        new OrganizationId(made.scope().top()),
                        new Beginning(
                                FLOW, "建共享台账", null, Map.of(), Map.of("doer", made.third(), "helper", made.other())));
        return base(context) + "/"
                + context.getBean(Migrations.class)
                        .propose(made.scope(), new Migration(FLOW, 2, 1, Map.of("carrying-out", "doing")));
    }
}
