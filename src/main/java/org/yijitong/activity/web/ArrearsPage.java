package org.yijitong.activity.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.Arrears;
import org.yijitong.activity.Missed;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;

/**
 * Catching up on past months.
 *
 * @param missed everything that is missing, the oldest first
 * @param lines what is asked on this page, at most {@link Arrears#MOST}
 * @param refusal why it was refused, if it was
 */
public record ArrearsPage(
        RecordAddress at,
        OrganizationId organization,
        String name,
        LocalDate today,
        List<Missed> missed,
        List<Missed> lines,
        RecordForm form,
        Map<String, Invalid.Fault> faults,
        @Nullable String refusal) {
    /** What one line cannot tell. */
    public List<Missed> single() {
        return missed.stream().filter(each -> !each.brief()).toList();
    }

    /** How many more can be caught up on after these. */
    public long further() {
        return missed.stream().filter(Missed::brief).count() - lines.size();
    }

    /** The duty and its period: 支委会（9月）. */
    public String called(Page page, Missed each) {
        String duty = each.duty().name().in(page.words().language());
        String period = page.words().period(each.first(), each.last(), today.getYear());
        String name = page.t("activity.catch.called", duty, period);
        return each.bearer().organizationId().equals(organization)
                ? name
                : page.t("activity.duty.of", name, each.bearer().name());
    }

    /** Where something is written down by itself. */
    public String recording(Missed each) {
        return at.of(each.bearer().organizationId(), "new")
                + each.kinds().stream()
                        .findFirst()
                        .map(kind -> "?kind=" + kind.word())
                        .orElse("");
    }

    /** Where what was chosen stands. */
    public String value(String field, Missed each) {
        int line = form.all("obligation").indexOf(each.stand().obligation().toString());
        return line < 0 ? "" : form.value(field, line);
    }
}
