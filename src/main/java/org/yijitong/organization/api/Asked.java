package org.yijitong.organization.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Scope;

/** Reads what stands in the query of an address, and writes addresses. */
@Component
class Asked {
    private final Days days;

    Asked(Days days) {
        this.days = days;
    }

    /**
     * Which truth is asked for.
     *
     * @param on a day; today when absent
     * @param as {@code now}: as known now; {@code then}: as the records stood on that day
     */
    AsOf asOf(@Nullable String on, String as) {
        return AsOf.asked(on == null ? days.today() : day(on), as);
    }

    LocalDate day(String on) {
        try {
            return LocalDate.parse(on);
        } catch (DateTimeException e) {
            throw new Invalid("on", "api.invalid.date");
        }
    }

    static String unit(Scope scope) {
        return "/api/v1/units/" + scope.unit();
    }

    static String organization(Scope scope, OrganizationId id) {
        return unit(scope) + "/organizations/" + id;
    }

    static String person(Scope scope, PersonId id) {
        return unit(scope) + "/people/" + id;
    }
}
