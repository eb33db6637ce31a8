package org.yijitong.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.yijitong.document.CalendarFile;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.Calendar;
import org.yijitong.overview.Calendars;
import org.yijitong.shared.Days;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** The calendar of a post's organization, to which calendar programs subscribe by an address that only its owner has. */
@Controller
class FeedController {
    private static final int MONTHS = 13;

    private final Calendars calendars;
    private final FeedMatters matters;
    private final Days days;

    FeedController(Calendars calendars, FeedMatters matters, Days days) {
        this.calendars = calendars;
        this.matters = matters;
        this.days = days;
    }

    @GetMapping("/calendars/{key}/duties.ics")
    ResponseEntity<byte[]> calendar(Page page, Scope scope, HttpServletRequest request) {
        LocalDate today = days.today();
        Calendar calendar = calendars.of(
                scope,
                new OrganizationId(scope.top()),
                today.minusYears(1),
                today.plusMonths(MONTHS),
                AsOf.asked(today, "now"));
        String site = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        Feed feed = new Feed(page, new OverviewAddress(scope.unit()), site, today);
        byte[] file = CalendarFile.write(
                calendar.of().name(),
                today.atStartOfDay(Days.SHANGHAI).toInstant(),
                Stream.concat(feed.events(calendar).stream(), matters.events(page, scope, site, today).stream())
                        .toList());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CalendarFile.TYPE)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(15)).cachePrivate())
                .eTag(DigestUtils.md5DigestAsHex(file))
                .body(file);
    }
}
