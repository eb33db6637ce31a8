package org.yijitong.matter.open311;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.yijitong.shared.Days;

/**
 * Which requests are asked for. A span is at most ninety days, an answer at most a thousand requests; {@code page_size}
 * and {@code after} lead through more.
 *
 * @param numbers of requests; when there are any, nothing else counts
 * @param from the first day on which they were raised, in China
 * @param after the number of the last request of the page before; empty for the first page
 */
public record RequestQuery(
        List<String> numbers, LocalDate from, LocalDate to, boolean open, boolean closed, String after, int size) {
    private static final int LONGEST = 90;
    private static final int MOST = 1000;
    private static final Set<String> STATUSES = Set.of("open", "closed");

    public RequestQuery {
        numbers = List.copyOf(numbers);
    }

    /** @throws Fault 400 for what cannot be read, and for a longer span; 404 for a service that is none */
    public static RequestQuery of(Map<String, String> query, LocalDate today) {
        List<String> services = Open311.listed(text(query, "service_code"));
        if (!services.isEmpty() && !services.contains(Open311.SERVICE)) {
            throw new Fault(HttpStatus.NOT_FOUND, "door.open311.fault.service");
        }
        List<String> statuses = Open311.listed(text(query, "status"));
        if (!STATUSES.containsAll(statuses)) {
            throw new Fault(HttpStatus.BAD_REQUEST, "door.open311.fault.status");
        }
        Optional<LocalDate> start = day(text(query, "start_date"));
        Optional<LocalDate> end = day(text(query, "end_date"));
        LocalDate from = start.orElseGet(() -> end.orElse(today).minusDays(LONGEST));
        LocalDate to = end.orElseGet(() -> start.isPresent() ? from.plusDays(LONGEST) : today);
        if (to.isBefore(from) || from.plusDays(LONGEST).isBefore(to)) {
            throw new Fault(HttpStatus.BAD_REQUEST, "door.open311.fault.span", LONGEST);
        }
        return new RequestQuery(
                Open311.listed(text(query, "service_request_id")),
                from,
                to,
                statuses.isEmpty() || statuses.contains("open"),
                statuses.isEmpty() || statuses.contains("closed"),
                text(query, "after"),
                size(text(query, "page_size")));
    }

    private static String text(Map<String, String> query, String name) {
        return Objects.requireNonNullElse(query.get(name), "").strip();
    }

    /** The day in China of a moment with its zone; a plus that came as a blank is one. */
    private static Optional<LocalDate> day(String written) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(written.replace(' ', '+'))
                    .atZoneSameInstant(Days.SHANGHAI)
                    .toLocalDate());
        } catch (DateTimeParseException e) {
            throw new Fault(HttpStatus.BAD_REQUEST, "door.open311.fault.date", written);
        }
    }

    private static int size(String written) {
        if (written.isEmpty()) {
            return MOST;
        }
        if (!written.matches("[1-9]\\d{0,8}")) {
            throw new Fault(HttpStatus.BAD_REQUEST, "door.open311.fault.size");
        }
        return Math.min(MOST, Integer.parseInt(written));
    }
}
