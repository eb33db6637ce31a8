package org.yijitong.overview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;
import org.yijitong.activity.ActivityKind;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.overview.OverviewDesk;

/** The year as a calendar, on the page and in the calendar program that subscribes to it. */
class CalendarPagesTests extends OverviewDesk {
    @Autowired
    Matters matters;

    private Document months(Browser browser, int year) {
        return page(browser.get(third + "/year?view=months&year=" + year));
    }

    private String subscribed() {
        Document made = page(secretary.post("/account/calendar"));
        assertThat(made.select("main a[href^=webcal://]")).hasSize(1);
        return URI.create(made.select("main code").text()).getPath();
    }

    private MvcTestResult fetch(String path) {
        return new Browser(mvc).get(path);
    }

    private static List<VEvent> events(MvcTestResult answer) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder()
                .build(new InputStreamReader(
                        new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()),
                        StandardCharsets.UTF_8));
        return calendar.getComponents("VEVENT");
    }

    private static LocalDate day(VEvent event) {
        return LocalDate.from(event.getDateTimeStart().getDate());
    }

    private static String summary(VEvent event) {
        return event.getSummary().getValue();
    }

    @Test
    void eachMonthSaysWhatIsToBeDoneByWhen() {
        Document year = months(secretary, missed.getYear());
        Element month = year.select(".months section:has(h2:matchesOwn(^" + missed.getMonthValue() + "月$))")
                .getFirst();
        LocalDate last = missed.plusMonths(1).minusDays(1);
        assertThat(month.select("li:has(a:matchesOwn(^样例支委会$))").text()).startsWith("逾期 样例支委会");
        assertThat(month.text()).contains(last.getMonthValue() + "月" + last.getDayOfMonth() + "日前办");
        Element why = month.select("li a[href*=/obligations/]").getFirst();
        assertThat(status(secretary.get(why.attr("href")))).isEqualTo(200);
    }

    @Test
    void nextYearIsFullOfWhatIsToCome() {
        int next = today.getYear() + 1;
        Document year = months(secretary, next);
        assertThat(year.select("h1").text()).matches(next + " 年要办 \\d+ 件");
        assertThat(year.select(".months section")).hasSize(12);
        assertThat(year.select(".months .s-ahead").size()).isGreaterThan(12);
        assertThat(year.select(".months a[href*=/obligations/]")).isEmpty();
        assertThat(page(secretary.get(third + "/year?year=" + next)).select(".yearly .s-ahead"))
                .hasSameSizeAs(year.select(".months .s-ahead"));
        assertThat(months(secretary, next + 1).select("main").text()).contains("这一年没有要办的");
    }

    @Test
    void onlyOnesOwnCalendarIsSubscribedTo() {
        assertThat(months(secretary, today.getYear()).select("form[action=/account/calendar]"))
                .hasSize(1);
        assertThat(months(officer, today.getYear()).select("form[action=/account/calendar]"))
                .isEmpty();
    }

    @Test
    void aCalendarProgramReadsWhatIsStillToBeDone() throws IOException, ParserException {
        String path = subscribed();
        MvcTestResult answer = fetch(path);
        assertThat(answer.getResponse().getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        LocalDate end = today.withDayOfMonth(1).plusMonths(1).minusDays(1);
        VEvent month = events(answer).stream()
                .filter(event -> day(event).equals(end))
                .findFirst()
                .orElseThrow();
        assertThat(summary(month)).contains("件：", "样例支委会");
        assertThat(month.getDescription().getValue()).contains("样例规定·样例支委会（" + today.getMonthValue());
        record(today, ActivityKind.COMMITTEE_MEETING);
        List<VEvent> later = events(fetch(path));
        assertThat(later.stream().filter(event -> day(event).equals(end)).map(CalendarPagesTests::summary))
                .noneMatch(said -> said.contains("样例支委会"));
        assertThat(later)
                .anyMatch(event -> day(event).isAfter(end) && summary(event).contains("样例支委会"));
        assertThat(later.stream().map(event -> event.getUid().orElseThrow().getValue()))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatWaitsForThePostIsInItWithoutItsTitle() throws IOException, ParserException {
        String path = subscribed();
        LocalDate due = today.plusDays(9);
        MatterId id = matters.begin(
                made.branch(),
                made.third(),
                new Beginning(
                        "first-item-measures",
                        "不给外人看的题目",
                        null,
                        Map.of("studied", "讲话", "measure", "调研", "due", due.toString()),
                        Map.of("responsible", made.third())));
        MvcTestResult answer = fetch(path);
        assertThat(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .doesNotContain("不给外人看");
        assertThat(events(answer))
                .filteredOn(event -> event.getUid().orElseThrow().getValue().startsWith(id.toString()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(day(event)).isEqualTo(due);
                    assertThat(summary(event)).isEqualTo("第一议题的措施：落实中");
                });
    }

    @Test
    void anUnchangedCalendarIsNotSentAgain() {
        String path = subscribed();
        String tag = Objects.requireNonNull(fetch(path).getResponse().getHeader("ETag"));
        assertThat(tag).isNotBlank();
        assertThat(status(new Browser(mvc).get(path, "If-None-Match", tag))).isEqualTo(304);
    }

    @Test
    void theAddressOpensNothingElseAndEndsWhenItIsWithdrawn() {
        String path = subscribed();
        String key = path.substring("/calendars/".length(), path.lastIndexOf('/'));
        assertThat(status(fetch("/calendars/" + "x".repeat(key.length()) + "/duties.ics")))
                .isEqualTo(404);
        assertThat(status(secretary.get("/calendars/x/duties.ics"))).isEqualTo(404);
        assertThat(status(new Browser(mvc).get("/api/v1/units", "Authorization", "Bearer " + key)))
                .isEqualTo(401);
        Document account = page(secretary.get("/account"));
        account.select("form[action$=/revocation]").forEach(form -> secretary.post(form.attr("action")));
        assertThat(status(fetch(path))).isEqualTo(404);
    }

    @Test
    void programsSeeWhatIsToCome() {
        String path = "/api/v1" + third + "/standings?year=" + (today.getYear() + 1);
        assertThat(asked("secretary", made.unit().unitId(), made.third(), path))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.obligations[0].state")
                .isEqualTo("AHEAD");
    }
}
