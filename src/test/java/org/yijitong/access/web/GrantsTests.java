package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.AccessTest;
import org.yijitong.access.MovableClock;
import org.yijitong.access.World;
import org.yijitong.shared.Days;

/** Giving and taking posts on their page, and the three administrators apart. */
@AccessTest
class GrantsTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    MovableClock clock;

    @Autowired
    Days days;

    World.Tree tree;
    String name;
    UUID account;
    Browser administrator;

    @BeforeEach
    void aMember() {
        tree = world.tree();
        name = world.name("tang");
        account = world.account(name, "member", tree.department());
        administrator = in("administrator");
    }

    @Test
    void aPostIsGivenUntilADayAndEndsByItself() {
        String last = days.today().plusDays(3).toString();
        assertThat(location(give(administrator, "officer", last))).isEqualTo(grants());
        assertThat(page(administrator.get(grants()))
                        .select("tbody tr:contains(机关党委专职干部)")
                        .text())
                .contains("日");
        Browser holder = new Browser(mvc);
        holder.signIn(name);
        // Of two posts of the same day either may be the one in use.
        page(holder.get("/account"))
                .select("li:contains(机关党委专职干部) input[name=grant]")
                .eachAttr("value")
                .forEach(grant -> holder.post("/account/posts", "grant", grant));
        assertThat(status(holder.post("/probe"))).isEqualTo(200);
        clock.move(Duration.ofDays(4));
        holder.signIn(name);
        assertThat(status(holder.post("/probe"))).isEqualTo(404);
        assertThat(page(in("administrator").get(grants())).select("tbody").text())
                .doesNotContain("机关党委专职干部");
    }

    @Test
    void aPostTakenAwayIsGoneOnTheNextPage() {
        Browser holder = new Browser(mvc);
        holder.signIn(name);
        assertThat(status(holder.get("/account"))).isEqualTo(200);
        String ending = page(administrator.get(grants()))
                .select("form[action$=/ending]")
                .attr("action");
        assertThat(status(in("system").post(ending, "key", "a"))).isEqualTo(404);
        assertThat(status(administrator.post(ending, "key", "a"))).isEqualTo(303);
        assertThat(status(holder.get("/organizations"))).isEqualTo(404);
        assertThat(status(administrator.post(ending, "key", "b")))
                .as("another time")
                .isEqualTo(404);
    }

    @Test
    void nobodyIsOfferedToGiveToThemselvesOrTakeFromThemselves() {
        String own = world.name("self");
        UUID self = world.account(own, "administrator", tree.department());
        Browser browser = new Browser(mvc);
        browser.signIn(own);
        assertThat(page(browser.get("/accounts/" + self + "/grants")).select("main form"))
                .isEmpty();
        assertThat(page(browser.get(grants())).select("main form")).isNotEmpty();
    }

    @Test
    void aJudgeIsAskedForAYearAtMost() {
        LocalDate latest =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")).plusYears(1);
        assertThat(page(give(administrator, "judge", "")).select("#until-e").text())
                .contains("写明到哪天");
        MvcTestResult longer = give(administrator, "judge", latest.plusDays(1).toString());
        assertThat(status(longer)).isEqualTo(422);
        assertThat(page(longer).select("#until-e").text()).contains(latest.toString());
        assertThat(status(give(administrator, "judge", latest.toString()))).isEqualTo(303);
    }

    @Test
    void noAccountHoldsTwoOfTheAdministrators() {
        assertThat(status(give(administrator, "system", ""))).isEqualTo(303);
        for (String second : List.of("security", "auditor", "administrator")) {
            MvcTestResult refused = give(administrator, second, "");
            assertThat(status(refused)).isEqualTo(422);
            assertThat(page(refused).select("#role-e").text()).contains("一个账号只能有其中一个");
        }
        assertThat(status(give(administrator, "secretary", "")))
                .as("an ordinary post")
                .isEqualTo(303);
    }

    @Test
    void eachOfTheThreeDoesItsOwnPartAndSeesNothingOfTheWork() {
        Browser system = in("system");
        Browser security = in("security");
        Browser auditor = in("auditor");
        for (Browser one : List.of(system, security, auditor)) {
            assertThat(location(one.get("/"))).isEqualTo("/accounts");
            assertThat(status(one.get("/accounts"))).isEqualTo(200);
            assertThat(status(one.get(grants()))).isEqualTo(200);
            for (String path : List.of("/people", "/organizations", "/records", "/inbox", "/year")) {
                assertThat(status(one.get(path))).as(path).isEqualTo(404);
            }
        }
        assertThat(status(system.get("/accounts/new"))).isEqualTo(200);
        assertThat(status(security.get("/accounts/new"))).isEqualTo(404);
        assertThat(status(auditor.get("/accounts/new"))).isEqualTo(404);
        assertThat(status(give(system, "member", ""))).isEqualTo(404);
        assertThat(status(give(auditor, "member", ""))).isEqualTo(404);
        assertThat(status(give(security, "secretary", ""))).isEqualTo(303);
        assertThat(status(give(security, "administrator", ""))).isEqualTo(422);
        assertThat(page(auditor.get("/accounts")).select("main form, main a.main"))
                .isEmpty();
        assertThat(page(auditor.get(grants())).select("main form")).isEmpty();
    }

    @Test
    void aSystemAdministratorOpensAnAccountWithoutAPost() {
        Browser system = in("system");
        String fresh = world.name("he");
        assertThat(page(system.get("/accounts/new")).select("[name=role]")).isEmpty();
        MvcTestResult made = system.post("/accounts", "name", fresh, "displayName", "贺长风");
        assertThat(page(made).select("code").text()).hasSize(19);
        assertThat(page(system.get("/accounts"))
                        .select("tr:contains(" + fresh + ")")
                        .text())
                .contains("没有职务");
        assertThat(status(system.post("/accounts", "name", world.name("x"), "displayName", "某", "role", "member")))
                .isEqualTo(422);
    }

    @Test
    void whoCannotMakeAnAdministratorCannotTakeOneOver() {
        UUID boss = world.account(world.name("boss"), "administrator", tree.department());
        Browser system = in("system");
        for (String act : List.of("codes", "suspension", "reinstatement", "factor/removal")) {
            MvcTestResult refused = system.post("/accounts/" + boss + "/" + act);
            assertThat(status(refused)).as(act).isEqualTo(409);
            assertThat(text(refused)).contains("这是管理员的账号");
        }
        assertThat(status(system.post("/accounts/" + account + "/codes"))).isEqualTo(200);
        assertThat(status(administrator.post("/accounts/" + boss + "/codes"))).isEqualTo(200);
    }

    @Test
    void nobodyGivesThemselvesAPostOrOneOfAnotherUnit() {
        String own = world.name("own");
        UUID self = world.account(own, "administrator", tree.department());
        Browser browser = new Browser(mvc);
        browser.signIn(own);
        assertThat(status(browser.post("/accounts/" + self + "/grants", "key", "k", "role", "officer")))
                .isEqualTo(409);
        UUID stranger = world.account(world.name("other"), "member", tree.sibling());
        assertThat(status(browser.get("/accounts/" + stranger + "/grants"))).isEqualTo(404);
        assertThat(status(browser.post("/accounts/" + stranger + "/grants", "key", "k", "role", "officer")))
                .isEqualTo(404);
        String elsewhere = tree.sibling().rootId().toString();
        assertThat(status(browser.post(grants(), "key", "k2", "role", "secretary", "organization", elsewhere)))
                .isEqualTo(422);
    }

    @Test
    void whatIsTypedWronglyIsSaidBesideTheFieldAndKept() {
        Attack.on(administrator, grants(), grants(), "role", "member");
        for (String until : List.of("2020-01-01", "tomorrow")) {
            MvcTestResult refused = give(administrator, "officer", until);
            assertThat(status(refused)).isEqualTo(422);
            assertThat(page(refused).select("#until-e").text()).isNotBlank();
            assertThat(page(refused).select("[name=until]").attr("value")).isEqualTo(until);
            assertThat(page(refused).select("[name=role] option[selected]").attr("value"))
                    .isEqualTo("officer");
        }
    }

    private String grants() {
        return "/accounts/" + account + "/grants";
    }

    private MvcTestResult give(Browser by, String role, String until) {
        return by.post(grants(), "key", UUID.randomUUID().toString(), "role", role, "until", until);
    }

    private Browser in(String role) {
        String other = world.name(role);
        world.account(other, role, tree.department());
        Browser browser = new Browser(mvc);
        browser.signIn(other);
        return browser;
    }
}
