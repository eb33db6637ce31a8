package org.yijitong.activity.web;

import java.util.Collection;
import java.util.stream.Collectors;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Plan;
import org.yijitong.activity.RecordLine;
import org.yijitong.shared.Page;

/** What records are called: 支委会：学习全会精神. */
public final class Naming {
    private Naming() {}

    /** The kinds in words. */
    public static String kinds(Page page, Collection<ActivityKind> kinds) {
        return kinds.stream()
                .map(kind -> page.t("fact.activity.kinds." + kind.word()))
                .collect(Collectors.joining(page.t("activity.and")));
    }

    /** A plan by its kinds and what is on its agenda first. */
    public static String of(Page page, Plan plan) {
        String kinds = kinds(page, plan.kinds());
        String first =
                plan.theme().isEmpty() && !plan.items().isEmpty() ? plan.items().getFirst() : plan.theme();
        return first.isEmpty() ? kinds : page.t("activity.called", kinds, first);
    }

    /** The kinds and what it was about. */
    public static String of(Page page, RecordLine line) {
        return line.called(page.words());
    }
}
