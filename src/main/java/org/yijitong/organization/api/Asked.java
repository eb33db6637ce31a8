package org.yijitong.organization.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Scope;

/** Reads what stands in the query of an address, and writes addresses. */
@Component
class Asked {
    /** The longest page. */
    static final int MOST = 100;

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
        Given given = new Given();
        LocalDate day = given.day("on", on == null ? days.today() : day(on));
        given.check();
        return switch (as) {
            case "now" -> AsOf.knownNow(day);
            case "then" -> AsOf.knownThen(day);
            default -> throw new Invalid("as", "api.invalid.choice", "now, then");
        };
    }

    LocalDate day(String on) {
        try {
            return LocalDate.parse(on);
        } catch (DateTimeException e) {
            throw new Invalid("on", "api.invalid.date");
        }
    }

    /** How many a page may hold. */
    static int size(int size) {
        if (size < 1 || size > MOST) {
            throw new Invalid("size", "api.invalid.size", MOST);
        }
        return size;
    }

    /** One of the constants of a type, in any case. */
    static <E extends Enum<E>> E choice(String field, String asked, Class<E> type) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equalsIgnoreCase(asked)) {
                return each;
            }
        }
        String known = String.join(
                ", ",
                java.util.Arrays.stream(type.getEnumConstants())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toList());
        throw new Invalid(field, "api.invalid.choice", known);
    }

    /** The address of this request with another value of one parameter. */
    static String next(HttpServletRequest request, String parameter, Object value) {
        return ServletUriComponentsBuilder.fromRequestUri(request)
                .query(request.getQueryString())
                .replaceQueryParam(parameter, UriUtils.encode(value.toString(), StandardCharsets.UTF_8))
                .scheme(null)
                .host(null)
                .port(-1)
                .build()
                .toUriString();
    }

    static String link(String next) {
        return "<" + next + ">; rel=\"next\"";
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
