package org.yijitong.journeys;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.organization.SampleUnit;

/** An account of the sample unit, held by a member of its third branch. */
final class SampleAccount {
    private SampleAccount() {}

    /** The address of the page that says who holds it. */
    static String holder(ApplicationContext context) {
        return "/accounts/" + made(context) + "/person";
    }

    /** The address of the page with its post. */
    static String grants(ApplicationContext context) {
        return "/accounts/" + made(context) + "/grants";
    }

    private static UUID made(ApplicationContext context) {
        SampleUnit.Made made = Sample.of(context);
        return context.getBean(Accounts.class)
                .create(
                        "held" + UUID.randomUUID().toString().substring(0, 8),
                        "陆知行",
                        World.PASSWORD,
                        List.of(new Grant(
                                "member", made.unit().unitId(), made.third().value())));
    }
}
