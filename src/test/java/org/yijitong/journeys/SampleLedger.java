package org.yijitong.journeys;

import java.nio.charset.StandardCharsets;
import org.springframework.context.ApplicationContext;
import org.yijitong.activity.imports.LedgerDesk;
import org.yijitong.organization.SampleUnit.Made;

/** A ledger with a question, a line that is new and one that cannot be taken. */
final class SampleLedger {
    private SampleLedger() {}

    static String asking(ApplicationContext context) {
        Made made = Sample.of(context);
        byte[] file = "日期,类型,内容,缺席\n2月30日,支委会,甲,\n3月1日,党课,乙,某某某\n3月2日,主题党日,丙,\n".getBytes(StandardCharsets.UTF_8);
        return "/units/" + made.unit().unitId() + "/ledgers/"
                + context.getBean(LedgerDesk.class).begin(made.scope(), made.third(), "台账.csv", file, "2026");
    }
}
