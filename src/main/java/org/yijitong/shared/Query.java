package org.yijitong.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What programs ask for in the query of an address, and the address of the page that follows. */
public final class Query {
    /** The longest page. */
    public static final int MOST = 100;

    private Query() {}

    /**
     * How many a page may hold.
     *
     * @throws Invalid naming {@code size}, unless it is from 1 to {@link #MOST}
     */
    public static int size(int size) {
        if (size < 1 || size > MOST) {
            throw new Invalid("size", "api.invalid.size", MOST);
        }
        return size;
    }

    /**
     * A year.
     *
     * @throws Invalid naming {@code year}, unless it is from 1900 to 2100
     */
    public static int year(int year) {
        if (year < 1900 || year > 2100) {
            throw new Invalid("year", "api.invalid.day", "1900", "2100");
        }
        return year;
    }

    /**
     * A month.
     *
     * @throws Invalid naming {@code month}, unless it is from 1 to 12
     */
    public static int month(int month) {
        if (month < 1 || month > 12) {
            throw new Invalid("month", "api.invalid.size", 12);
        }
        return month;
    }

    /**
     * One of the constants of a type, in any case.
     *
     * @throws Invalid naming the field and every constant
     */
    public static <E extends Enum<E>> E choice(String field, String asked, Class<E> type) {
        E[] all = type.getEnumConstants();
        return Arrays.stream(all)
                .filter(each -> each.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        field,
                        "api.invalid.choice",
                        Arrays.stream(all)
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    /** The address of a request with another value of one parameter. */
    public static String next(HttpServletRequest request, String parameter, Object value) {
        return ServletUriComponentsBuilder.fromRequestUri(request)
                .query(request.getQueryString())
                .replaceQueryParam(parameter, UriUtils.encode(value.toString(), StandardCharsets.UTF_8))
                .scheme(null)
                .host(null)
                .port(-1)
                .build()
                .toUriString();
    }

    /** The header {@code Link} of a page that another follows (RFC 8288). */
    public static String link(String next) {
        return "<" + next + ">; rel=\"next\"";
    }
}
