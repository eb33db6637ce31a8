package org.yijitong.overview.web;

import org.yijitong.overview.Notice;
import org.yijitong.overview.Notice.Kind;
import org.yijitong.shared.Page;

/**
 * A notice in words.
 *
 * @param sign the state its tag shows
 * @param tag what it is about, in a word or two
 */
public record NoticeLine(String sign, String tag, String text, String address) {
    /**
     * In the language of a page.
     *
     * @param decides whether the reader decides what becomes of a rule that ends
     * @param year the one that need not be said
     */
    static NoticeLine of(Page page, OverviewAddress at, Notice notice, boolean decides, int year) {
        String kind = notice.kind().name();
        String day = page.words().day(notice.day(), year);
        return new NoticeLine(
                sign(notice.kind()),
                page.t("overview.inbox." + kind),
                page.t(
                        "overview.inbox.said." + kind,
                        day,
                        page.words().weekday(notice.day()),
                        notice.name().in(page.words().language()),
                        HomePage.kinds(page, notice.activities())),
                address(at, notice, decides));
    }

    private static String sign(Kind kind) {
        return switch (kind) {
            case HELP, HOOK -> "late";
            case UNRECORDED, INVITATION, DRAFT, RULE_ENDS -> "due";
            case PLAN, RULE_BEGINS, PRIVACY -> "plain";
        };
    }

    private static String address(OverviewAddress at, Notice notice, boolean decides) {
        return switch (notice.kind()) {
            case PLAN, UNRECORDED -> at.plan(notice.id());
            case INVITATION -> at.invitation(notice.id());
            case RULE_BEGINS -> "/mechanisms/" + notice.id();
            case RULE_ENDS -> (decides ? "/sunsets/" : "/mechanisms/") + notice.id();
            case DRAFT -> notice.id();
            case HOOK -> at.hook(notice.id());
            case PRIVACY -> "/privacy";
            case HELP -> at.why(notice.id());
        };
    }
}
