package org.yijitong.overview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.access.web.Browser;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.PlanDraft;
import org.yijitong.activity.PlanId;
import org.yijitong.activity.Plans;
import org.yijitong.mechanism.SampleDuties;
import org.yijitong.overview.Inbox;
import org.yijitong.overview.Notice;
import org.yijitong.overview.Notice.Kind;
import org.yijitong.overview.OverviewDesk;
import org.yijitong.personal.Contact;
import org.yijitong.personal.Contacts;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Scope;

/** What one should know of today, each for the one it concerns, and gone when it no longer holds. */
class InboxPagesTests extends OverviewDesk {
    @Autowired
    private Plans plans;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Contacts contacts;

    private PlanId planned(LocalDate day) {
        PlanDraft.When when = new PlanDraft.When(day, LocalTime.of(15, 0), null);
        return plans.plan(
                made.branch(),
                made.third(),
                new PlanDraft(Set.of(ActivityKind.LESSON), when, "三楼会议室", "", List.of(), null));
    }

    private static Element line(Document inbox, String address) {
        return inbox.select(".due li:has(a[href=" + address + "])").stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        address + " in " + inbox.select(".due").html()));
    }

    private List<Notice> notices(String role, Scope scope, Kind kind) {
        CurrentUser user = new CurrentUser(scope.account(), "某人", role, scope.unit(), scope.top(), "某处");
        return inbox.of(user, scope).stream()
                .filter(notice -> notice.kind() == kind)
                .toList();
    }

    @Test
    void aPlanIsKnownOfBeforeAndMissedAfterItsDay() {
        PlanId plan = planned(today.plusDays(2));
        String address = base + "/plans/" + plan;
        Document known = page(secretary.get("/inbox"));
        assertThat(line(known, address).text()).contains("开党课", "安排好了");
        assertThat(page(secretary.get("/")).select("main a[href=/inbox]").text())
                .isEqualTo(known.select("h1").text());
        assertThat(notices("secretary", made.branch(), Kind.UNRECORDED)).isEmpty();
        at(
                today.plusDays(3),
                () -> assertThat(notices("secretary", made.branch(), Kind.UNRECORDED))
                        .extracting(Notice::id)
                        .contains(plan.toString()));
    }

    @Test
    void whomOneTurnsToAboutOnesDataIsToldForFiveWeeksWhenItChanges() {
        contacts.set(made.scope(), new Contact("党委办公室", "020-5550 0100", ""));
        assertThat(notices("secretary", made.branch(), Kind.PRIVACY)).isEmpty();
        contacts.set(made.scope(), new Contact("组织处", "020-5550 0101", ""));
        assertThat(line(page(secretary.get("/inbox")), "/privacy").text()).contains("告知有变动");
        at(
                today.plusDays(34),
                () -> assertThat(notices("secretary", made.branch(), Kind.PRIVACY))
                        .hasSize(1));
        at(
                today.plusDays(35),
                () -> assertThat(notices("secretary", made.branch(), Kind.PRIVACY))
                        .isEmpty());
    }

    @Test
    void aRuleThatEndsIsToldOfTwoMonthsBefore() {
        LocalDate until = LocalDate.of(today.getYear() - 2, 1, 1).plusYears(5);
        at(until.minusMonths(2).minusDays(1), () -> assertThat(ending()).isEmpty());
        at(until.minusMonths(2), () -> assertThat(ending()).hasSize(1));
        at(until, () -> assertThat(ending()).hasSize(1));
        at(until.plusDays(1), () -> assertThat(ending()).isEmpty());
    }

    private List<Notice> ending() {
        return notices("member", made.branch(), Kind.RULE_ENDS).stream()
                .filter(notice -> notice.id().equals(SampleDuties.MECHANISM))
                .toList();
    }

    @Test
    void aGapIsShownToThoseWhoCanHelp() {
        Document officers = page(officer.get("/inbox"));
        Element gap = officers.select(".due li:has(.tag.late)").getFirst();
        assertThat(gap.text()).contains("样例", "还没办", "帮一把");
        assertThat(status(officer.get(gap.select("a").attr("href")))).isEqualTo(200);
        assertThat(page(secretary.get("/inbox")).select(".tag.late")).isEmpty();
        assertThat(page(officer.get("/")).select("main a[href=/inbox]")).hasSize(1);
    }

    @Test
    void aDocumentWaitsForTheSecondPersonAndNotForTheFirst() {
        Browser first = as("staff", made.above().unitId(), made.above().rootId());
        Browser second = as("staff", made.above().unitId(), made.above().rootId());
        List<String> address = new ArrayList<>();
        String text = """
                mechanism: sample-inbox
                version: 1
                name: {zh-Hans: 读书会, en: Reading}
                in-force: {since: 2031-01-01, until: 2031-12-31}
                sources: [{regulation: 样例}]
                duties:
                  - duty: reading
                    name: {zh-Hans: 读书会, en: Reading}
                    basis: {regulation: 样例}
                    owed-by: {organizations: [branch]}
                    every: half-year
                    need: 1
                    counts: {fact: activity, where: [{field: kinds, contains: lesson}]}
                """;
        address.add(Browser.location(first.post("/mechanism-drafts", "key", "inbox", "text", text)));
        first.post(address.getFirst() + "/submission", "key", "inbox2", "revision", "1");
        assertThat(page(first.get("/inbox")).select("a[href=" + address.getFirst() + "]"))
                .isEmpty();
        assertThat(line(page(second.get("/inbox")), address.getFirst()).text()).contains("《读书会》送审了");
        assertThat(page(officer.get("/inbox")).text()).doesNotContain("读书会");
    }

    @Test
    void aRuleThatEndsShowsItsUseAndTheThreeWays() {
        record(today, ActivityKind.COMMITTEE_MEETING);
        Browser staff = as("staff", made.above().unitId(), made.above().rootId());
        Document sunset = page(staff.get("/sunsets/" + SampleDuties.MECHANISM));
        assertThat(sunset.select("h1").text()).contains("《样例规定》到");
        Element row = sunset.select("tbody tr:has(th:matchesOwn(^样例支委会$))").getFirst();
        assertThat(row.select("td").getLast().text()).matches("该办 \\d+，办好 [1-9]\\d*，逾期 \\d+，免办 0");
        assertThat(sunset.select("dl").text()).contains("续", "并", "停");
        assertThat(sunset.select("tbody").text()).doesNotContain("样例谈心");
        String renew = sunset.select("a[href^=/mechanism-drafts/new]").attr("href");
        assertThat(page(staff.get(renew)).select("#text").text())
                .contains("version: 2", "until: " + renew.substring(renew.length() - 10));
        assertThat(status(officer.get("/sunsets/" + SampleDuties.MECHANISM))).isEqualTo(200);
        assertThat(status(secretary.get("/sunsets/" + SampleDuties.MECHANISM))).isEqualTo(404);
        assertThat(status(staff.get("/sunsets/none"))).isEqualTo(404);
    }

    @Test
    void programsKnowTheSame() {
        planned(today.plusDays(1));
        assertThat(asked("secretary", made.unit().unitId(), made.third(), "/api/v1/inbox"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[*].kind")
                .asArray()
                .contains("PLAN");
        assertThat(asked(
                        "staff",
                        made.above().unitId(),
                        made.above().rootId(),
                        "/api/v1/sunsets/" + SampleDuties.MECHANISM))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.uses[0].duty")
                .isEqualTo("committee-meeting");
    }
}
