package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.AccessTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.organization.Units.Unit;

/** One's own account, and the accounts of a unit in the hands of its administrator. */
@AccessTest
class AccountsTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    Accounts accounts;

    World.Tree tree;
    Browser administrator;
    UUID administratorId;

    @BeforeEach
    void anAdministrator() {
        tree = world.tree();
        String name = world.name("jiang");
        administratorId = world.account(name, "administrator", tree.department());
        administrator = new Browser(mvc);
        administrator.signIn(name);
    }

    @Test
    void aNewAccountIsOpenedWithACodeAndItsHolderChoosesThePassword() {
        String name = world.name("shen");
        MvcTestResult made = administrator.post("/accounts", "name", name, "displayName", "沈南乔", "role", "officer");
        String code = page(made).select("code").text();
        assertThat(page(administrator.get("/accounts")).text()).contains("沈南乔", name, "还没设密码");
        Browser holder = new Browser(mvc);
        holder.signIn(name, code);
        assertThat(location(holder.get("/probe"))).isEqualTo("/account/password");
        holder.post("/account/password", "password", "a brand new secret");
        assertThat(text(holder.get("/probe")))
                .isEqualTo(tree.department().unitId() + " " + tree.department().rootId());
        assertThat(page(administrator.get("/accounts"))
                        .select("tr:contains(沈南乔)")
                        .text())
                .contains("在用", "机关党委专职干部");
    }

    @Test
    void whatCannotBeTakenIsSaidBesideTheFieldAndNothingIsMade() {
        String name = world.name("he");
        administrator.post("/accounts", "name", name, "displayName", "贺长风", "role", "officer");
        MvcTestResult again = administrator.post(
                "/accounts", "name", name.toUpperCase(java.util.Locale.ROOT), "displayName", "另一人", "role", "officer");
        assertThat(status(again)).isEqualTo(422);
        assertThat(page(again).select("#name-e").text()).contains("已经有人用");
        assertThat(page(again).select("input[name=displayName]").attr("value")).isEqualTo("另一人");
        assertThat(status(administrator.post("/accounts", "name", "a b", "displayName", "", "role", "officer")))
                .isEqualTo(422);
        assertThat(status(
                        administrator.post("/accounts", "name", world.name("x"), "displayName", "某人", "role", "boss")))
                .isEqualTo(422);
        assertThat(status(administrator.post(
                        "/accounts",
                        "name",
                        world.name("y"),
                        "displayName",
                        "某人",
                        "role",
                        "secretary",
                        "organization",
                        tree.sibling().rootId().toString())))
                .as("an organization of another unit")
                .isEqualTo(422);
        assertThat(page(administrator.get("/accounts")).text()).doesNotContain("另一人", "某人");
    }

    @Test
    void onlyTheAdministratorOfTheUnitReachesItsAccounts() {
        UUID stranger = world.account(world.name("other"), "member", tree.sibling());
        UUID bureau = world.account(world.name("bureau"), "member", tree.bureau());
        for (UUID account : List.of(stranger, bureau, UUID.randomUUID())) {
            assertThat(status(administrator.post("/accounts/" + account + "/codes")))
                    .isEqualTo(404);
            assertThat(status(administrator.post("/accounts/" + account + "/suspension")))
                    .isEqualTo(404);
            assertThat(status(administrator.post("/accounts/" + account + "/reinstatement")))
                    .isEqualTo(404);
        }
        for (String role : new String[] {"officer", "secretary", "staff", "member"}) {
            assertThat(status(signedIn(role, tree.department()).get("/accounts")))
                    .isEqualTo(404);
        }
        assertThat(page(administrator.get("/accounts")).text()).doesNotContain("other", "bureau");
    }

    @Test
    void suspendingActsAtOnceAndNeverOnOneself() {
        String name = world.name("tang");
        UUID account = world.account(name, "officer", tree.department());
        Browser holder = new Browser(mvc);
        holder.signIn(name);
        assertThat(status(administrator.post("/accounts/" + account + "/suspension")))
                .isEqualTo(303);
        assertThat(location(holder.get("/probe"))).startsWith("/sign-in");
        assertThat(page(administrator.get("/accounts"))
                        .select("tr:contains(" + name + ")")
                        .text())
                .contains("已停用");
        administrator.post("/accounts/" + account + "/reinstatement");
        assertThat(status(holder.signIn(name))).isEqualTo(303);
        assertThat(status(administrator.post("/accounts/" + administratorId + "/suspension")))
                .isEqualTo(409);
    }

    @Test
    void aPostTakenAwayOpensNothingFromTheNextRequestOn() {
        String name = world.name("wei");
        UUID account =
                accounts.create(name, "魏知行", World.PASSWORD, List.of(post(tree.department()), post(tree.sibling())));
        Browser holder = new Browser(mvc);
        holder.signIn(name);
        assertThat(page(administrator.get("/accounts")).select("a[href=/accounts/" + account + "/grants]"))
                .hasSize(1);
        Document posts = page(administrator.get("/accounts/" + account + "/grants"));
        assertThat(posts.text()).contains("魏知行，现在的职务", "机关党委专职干部", "收回马上生效");
        String ending = posts.select("form[action$=/ending]").attr("action");
        assertThat(posts.select("form[action$=/ending]"))
                .as("only those of this unit")
                .hasSize(1);
        for (int again = 0; again < 2; again++) {
            assertThat(location(administrator.post(ending, "key", account.toString())))
                    .isEqualTo("/accounts/" + account + "/grants");
        }
        assertThat(status(holder.get("/probe"))).isEqualTo(404);
        assertThat(page(administrator.get("/accounts/" + account + "/grants")).text())
                .contains("在本单位没有职务");
        assertThat(page(holder.get("/account"))
                        .select("form[action=/account/posts]")
                        .text())
                .as("the post in another unit stays")
                .contains(tree.sibling().name());
    }

    @Test
    void nobodyTakesAwayAPostOfTheirOwnOrOfAnotherUnit() {
        String second = world.name("second");
        world.account(second, "administrator", tree.department());
        Browser other = new Browser(mvc);
        other.signIn(second);
        // The page does not offer it to oneself; another is offered it, and the address is the same.
        String own = page(other.get("/accounts/" + administratorId + "/grants"))
                .select("form[action$=/ending]")
                .attr("action");
        assertThat(status(administrator.post(own, "key", "own"))).isEqualTo(409);
        assertThat(status(administrator.get("/accounts"))).isEqualTo(200);
        UUID stranger = world.account(world.name("stranger"), "officer", tree.sibling());
        assertThat(status(administrator.get("/accounts/" + stranger + "/grants")))
                .isEqualTo(404);
        String grant = own.replace(administratorId.toString(), stranger.toString());
        assertThat(status(administrator.post(grant, "key", "strange"))).isEqualTo(404);
        UUID colleague = world.account(world.name("colleague"), "officer", tree.department());
        String crossed = own.replace(administratorId.toString(), colleague.toString());
        assertThat(status(administrator.post(crossed, "key", "crossed")))
                .as("a post is named with its own account")
                .isEqualTo(404);
        assertThat(status(administrator.get("/accounts"))).isEqualTo(200);
    }

    @Test
    void whoHoldsSeveralPostsWorksAsOneOfThemWithANewSession() {
        String name = world.name("lin");
        accounts.create(name, "林若川", World.PASSWORD, List.of(post(tree.department()), post(tree.sibling())));
        Browser holder = new Browser(mvc);
        holder.signIn(name);
        assertThat(text(holder.get("/probe")))
                .startsWith(tree.department().unitId().toString());
        String before = holder.cookie("yjt");
        String other = page(holder.get("/account"))
                .select("form[action=/account/posts] input[name=grant]")
                .attr("value");
        assertThat(location(holder.post("/account/posts", "grant", other))).isEqualTo("/");
        assertThat(text(holder.get("/probe")))
                .startsWith(tree.sibling().unitId().toString());
        assertThat(page(holder.get("/account")).select(".where").text())
                .isEqualTo(tree.sibling().name());
        assertThat(status(new Browser(mvc).with("yjt", before).get("/probe"))).isEqualTo(303);
        assertThat(status(administrator.post("/account/posts", "grant", other)))
                .as("someone else's post")
                .isEqualTo(404);
        holder.post("/sign-out");
        holder.signIn(name);
        assertThat(status(holder.get("/probe"))).isEqualTo(200);
    }

    @Test
    void anotherDeviceCanBeSignedOutButNotAnotherPersons() {
        String name = world.name("qin");
        world.account(name, "officer", tree.department());
        Browser here = new Browser(mvc);
        here.signIn(name);
        Browser there = new Browser(mvc);
        there.signIn(name);
        String ending =
                page(here.get("/account")).select("form[action$=/ending]").attr("action");
        assertThat(status(administrator.post(ending))).isEqualTo(404);
        assertThat(status(here.post(ending))).isEqualTo(303);
        assertThat(status(there.get("/probe"))).isEqualTo(303);
        assertThat(status(here.get("/probe"))).isEqualTo(200);
    }

    @Test
    void aTokenMadeOnThePageWorksAtTheApiAndIsNeverShownAgain() {
        String grant = page(administrator.get("/account"))
                .select("select[name=grant] option")
                .attr("value");
        MvcTestResult made = administrator.post("/account/tokens", "grant", grant, "name", "月报程序", "life", "30");
        String token = page(made).select("code").text();
        assertThat(token).hasSize(43);
        assertThat(status(new Browser(mvc).get("/api/v1/probe", "Authorization", "Bearer " + token)))
                .isEqualTo(200);
        var account = page(administrator.get("/account"));
        assertThat(account.text()).contains("月报程序").doesNotContain(token);
        administrator.post(account.select("form[action$=/revocation]").attr("action"));
        assertThat(status(new Browser(mvc).get("/api/v1/probe", "Authorization", "Bearer " + token)))
                .isEqualTo(401);
        assertThat(status(administrator.post("/account/tokens", "grant", grant, "name", "x", "life", "9999")))
                .isEqualTo(422);
    }

    private static Grant post(Unit unit) {
        return new Grant("officer", unit.unitId(), unit.rootId().value());
    }

    private Browser signedIn(String role, Unit unit) {
        String name = world.name(role);
        world.account(name, role, unit);
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }
}
