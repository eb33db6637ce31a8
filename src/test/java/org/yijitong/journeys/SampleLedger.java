package org.yijitong.journeys;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;
import org.yijitong.activity.imports.ImportedLedgers;
import org.yijitong.activity.imports.LedgerDesk;
import org.yijitong.activity.imports.LedgerImport;
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

    static String list(ApplicationContext context) {
        written(context);
        return "/units/" + Sample.of(context).unit().unitId() + "/ledger-imports";
    }

    /** A ledger that was written down. */
    static String written(ApplicationContext context) {
        Made made = Sample.of(context);
        ImportedLedgers imported = context.getBean(ImportedLedgers.class);
        if (imported.page(made.scope(), "", 1).ledgers().isEmpty()) {
            LedgerDesk desk = context.getBean(LedgerDesk.class);
            byte[] file = "日期,类型,内容\n3月3日,主题党日,参观\n3月4日,党课,讲课\n".getBytes(StandardCharsets.UTF_8);
            UUID ledger = desk.begin(made.scope(), made.third(), "去年的台账.csv", file, "2026");
            desk.write(made.scope(), ledger);
            await().atMost(60, TimeUnit.SECONDS)
                    .until(() -> desk.find(made.scope(), ledger).state() == LedgerImport.State.WRITTEN);
        }
        return "/units/" + made.unit().unitId() + "/ledger-imports/"
                + imported.page(made.scope(), "", 1).ledgers().getFirst().importId();
    }
}
