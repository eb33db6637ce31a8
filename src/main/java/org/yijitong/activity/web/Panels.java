package org.yijitong.activity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yijitong.ledger.Counted;
import org.yijitong.ledger.Outlook;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Page;
import org.yijitong.shared.Words;

/** Puts into words what something counts for and why. */
final class Panels {
    private final Page page;
    private final Map<OrganizationId, String> names;
    private final OrganizationId host;

    /**
     * @param names what the sides are called
     * @param host the side that needs no naming
     */
    Panels(Page page, Map<OrganizationId, String> names, OrganizationId host) {
        this.page = page;
        this.names = names;
        this.host = host;
    }

    Panel of(Outlook outlook) {
        return new Panel(
                outlook.counts().stream().map(this::line).toList(),
                outlook.near().stream()
                        .map(near -> new Panel.Line(
                                page.t("activity.near", name(near.wouldCount())),
                                near.missing().stream()
                                        .map(this::missing)
                                        .reduce((one, other) -> one + page.t("activity.semicolon") + other)
                                        .orElse("")))
                        .toList(),
                null);
    }

    Panel of(List<Counted> counted) {
        return of(new Outlook(counted, List.of()));
    }

    private Panel.Line line(Counted counted) {
        List<String> parts = new ArrayList<>();
        parts.add(standing(counted));
        counted.why().stream().map(this::met).forEach(parts::add);
        return new Panel.Line(name(counted), String.join(page.t("activity.semicolon"), parts));
    }

    private String name(Counted counted) {
        String duty = counted.name().in(page.words());
        String side = names.get(counted.organization());
        return side == null || counted.organization().equals(host) ? duty : page.t("activity.duty.of", duty, side);
    }

    private String standing(Counted counted) {
        // The day of the record stands above, and with it the year.
        String period = page.words()
                .period(
                        counted.periodFrom(),
                        counted.periodTo(),
                        counted.periodFrom().getYear());
        if (counted.people() > 0) {
            return page.t("activity.count.people", period, counted.people(), Words.plain(counted.amount()));
        }
        return page.t(
                counted.done().compareTo(counted.need()) >= 0 ? "activity.count.done" : "activity.count.open",
                period,
                Words.plain(counted.done()),
                Words.plain(counted.need()));
    }

    private String label(Counted.Reason reason) {
        return page.t("fact." + reason.kind() + "." + reason.field());
    }

    /** A condition that holds, as a fact: 到会 4 人. */
    private String met(Counted.Reason reason) {
        String found = reason.found();
        if (found == null || found.equals("true")) {
            return label(reason);
        }
        return switch (reason.test()) {
            case "min", "max" -> page.t("activity.reason.number", label(reason), found);
            default -> page.t("activity.reason.is", label(reason), values(reason, reason.wanted()));
        };
    }

    /** A condition that does not hold, with what would make it hold. */
    private String missing(Counted.Reason reason) {
        String found = reason.found();
        String wanted = values(reason, reason.wanted());
        return switch (reason.test()) {
            case "min" -> page.t("activity.reason.min", label(reason), found == null ? "0" : found, wanted);
            case "max" -> page.t("activity.reason.max", label(reason), found == null ? "0" : found, wanted);
            default ->
                wanted.equals("true")
                        ? page.t("activity.reason.flag", label(reason))
                        : page.t("activity.reason.want", label(reason), wanted);
        };
    }

    /** Values that have words of their own in their words; numbers and free text as they are. */
    private String values(Counted.Reason reason, List<String> values) {
        boolean spoken = reason.field().equals("kinds") || reason.field().equals("lecturer");
        return values.stream()
                .map(value -> spoken ? page.t("fact." + reason.kind() + "." + reason.field() + "." + value) : value)
                .reduce((one, other) -> one + page.t("activity.or") + other)
                .orElse("");
    }
}
