package org.yijitong.overview.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.DayView;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.Choice;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Scope;

/**
 * What the address of an overview asks for; anything that cannot be read is as if it were not there.
 *
 * @param of an organization
 * @param year four digits
 * @param rule a mechanism, or {@code duty:} with the id of a duty
 * @param on a day
 * @param as {@code then} for what was known on that day
 * @param view {@code chart} for columns instead of numbers
 */
public record OverviewQuery(
        @Nullable String of,
        @Nullable String year,
        @Nullable String rule,
        @Nullable String on,
        @Nullable String as,
        @Nullable String view) {
    private static final String DUTY = "duty:";

    DayView day(LocalDate today) {
        return DayView.of(on, as, today);
    }

    Choice choice(LocalDate day) {
        String asked = rule == null ? "" : rule;
        UUID duty = asked.startsWith(DUTY)
                ? Ids.read(asked.substring(DUTY.length())).orElse(null)
                : null;
        return new Choice(year(year, day), duty != null || asked.isBlank() ? null : asked, duty);
    }

    /** Whether columns are asked for. */
    boolean chart() {
        return HeatView.CHART.equals(view);
    }

    /** The organization looked at; the own one where none is named. */
    OrganizationId organization(Scope scope) {
        return of == null || of.isBlank() ? new OrganizationId(scope.top()) : new OrganizationId(Ids.inAddress(of));
    }

    /** A year that can be shown; that of the day otherwise. */
    static int year(@Nullable String year, LocalDate day) {
        return year != null && year.matches("(19|20)\\d\\d") ? Integer.parseInt(year) : day.getYear();
    }

    /** How a duty is named in an address. */
    public static String rule(UUID duty) {
        return DUTY + duty;
    }

    /** The address of the same with other values; an empty value leaves one out. */
    String at(String path, Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "of", of);
        put(all, "year", year);
        put(all, "rule", rule);
        put(all, "on", on);
        put(all, "as", as);
        put(all, "view", chart() ? view : "");
        all.putAll(others);
        String query = all.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "="
                        + java.net.URLEncoder.encode(each.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        all.put(name, value == null ? "" : value);
    }
}
