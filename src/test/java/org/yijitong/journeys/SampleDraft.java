package org.yijitong.journeys;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.yijitong.matter.FlowTexts;
import org.yijitong.mechanism.DraftId;
import org.yijitong.mechanism.Drafts;
import org.yijitong.mechanism.MechanismTexts;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Scope;

/** Drafts of the committee above the sample unit. */
final class SampleDraft {
    private static final Map<ApplicationContext, String> WAITING = new ConcurrentHashMap<>();
    private static final Map<ApplicationContext, String> FLOWS = new ConcurrentHashMap<>();

    private SampleDraft() {}

    /** The address of one that waits for a second person: the next version of a mechanism, with what it changes. */
    static String waiting(ApplicationContext context) {
        return WAITING.computeIfAbsent(context, each -> {
            SampleMechanism.page(each);
            Drafts drafts = each.getBean(Drafts.class);
            MechanismTexts kind = each.getBean(MechanismTexts.class);
            Scope scope = scope(each);
            String text = drafts.succeeding(kind, "reading-across")
                    .replace("every: half-year", "every: quarter")
                    .replace("least: 3", "least: 5");
            DraftId draft = drafts.begin(scope, kind, text, "两个季度太长，改成每季度");
            drafts.submit(scope, kind, draft, 1);
            return "/mechanism-drafts/" + draft;
        });
    }

    /** The address of one of a flow, a next version with other days. */
    static String flow(ApplicationContext context) {
        return FLOWS.computeIfAbsent(context, each -> {
            Unit unit = Sample.of(each).unit();
            Scope scope =
                    new Scope(UUID.randomUUID(), unit.unitId(), unit.rootId().value());
            Drafts drafts = each.getBean(Drafts.class);
            FlowTexts kind = each.getBean(FlowTexts.class);
            String text = drafts.succeeding(kind, "rectification").replace("working-days: 10", "working-days: 5");
            return "/flow-drafts/" + drafts.begin(scope, kind, text, "验收不用十天");
        });
    }

    /** The address of one with faults. */
    static String faulty(ApplicationContext context) {
        Drafts drafts = context.getBean(Drafts.class);
        MechanismTexts kind = context.getBean(MechanismTexts.class);
        return "/mechanism-drafts/" + drafts.begin(scope(context), kind, "mechanism: x\nversion: one\n", "");
    }

    private static Scope scope(ApplicationContext context) {
        Unit above = Sample.of(context).above();
        return new Scope(UUID.randomUUID(), above.unitId(), above.rootId().value());
    }
}
