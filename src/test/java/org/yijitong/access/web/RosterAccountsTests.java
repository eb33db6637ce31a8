package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.Holders;
import org.yijitong.access.World;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Scope;

/** The accounts of a branch are opened at once, with a sheet of invitations. */
@ProductTest
@Import(SampleUnit.class)
class RosterAccountsTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    Holders holders;

    @Autowired
    MockMvcTester mvc;

    private SampleUnit.Made made;
    private Browser administrator;

    @BeforeEach
    void anAdministrator() {
        made = sample.make();
        administrator = in("administrator");
    }

    @Test
    void everyoneOfTheBranchGetsAnAccountACodeAndTheirPlaceInTheRoster() {
        List<String> people = asked().select("[name=person]").eachAttr("value");
        assertThat(people).hasSizeGreaterThan(2);
        Document sheet = page(open(administrator, people));
        List<Element> lines = sheet.select("main tbody tr");
        assertThat(lines).hasSameSizeAs(people);
        Element line = sheet.select("main tbody tr:contains(唐予安)").getFirst();
        String name = line.select("code").getFirst().text();
        assertThat(name).startsWith("tangyuan");
        Browser holder = new Browser(mvc);
        holder.signIn(name, line.select("code").getLast().text());
        assertThat(location(holder.get("/"))).isEqualTo("/account/password");
        holder.post("/account/password", "password", "a brand new secret");
        assertThat(page(holder.get("/account")).text()).contains("第三党支部", "党员");
        UUID account = accounts.list(made.scope(), "", 100).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .accountId();
        assertThat(holders.self(
                        new Scope(account, made.scope().unit(), made.third().value())))
                .contains(made.person("唐予安"));
        assertThat(asked().text()).contains("都有账号了");
        assertThat(status(open(administrator, people))).as("sent again").isEqualTo(422);
    }

    @Test
    void namesThatAreTakenGetANumber() {
        List<String> people = asked().select("[name=person]").eachAttr("value");
        List<String> first = page(open(administrator, people))
                .select("tbody tr td:nth-child(2) code")
                .eachText();
        made = sample.make();
        administrator = in("administrator");
        List<String> second = page(open(
                        administrator, asked().select("[name=person]").eachAttr("value")))
                .select("tbody tr td:nth-child(2) code")
                .eachText();
        assertThat(second).hasSameSizeAs(first).doesNotContainAnyElementsOf(first);
    }

    @Test
    void onlyWhatMayBeGivenWhereItMayBeGiven() {
        List<String> people = asked().select("[name=person]").eachAttr("value");
        assertThat(asked().select("[name=role] option").eachAttr("value"))
                .containsExactly("secretary", "committee", "office", "youth", "member");
        for (String role : List.of("administrator", "auditor", "officer", "nothing")) {
            assertThat(status(open(administrator, people, "role", role)))
                    .as(role)
                    .isEqualTo(422);
        }
        String stranger = UUID.randomUUID().toString();
        assertThat(status(open(administrator, List.of(stranger)))).isEqualTo(422);
        assertThat(status(open(administrator, people, "organization", stranger)))
                .isEqualTo(422);
        for (String other : List.of("system", "security", "auditor", "officer", "secretary")) {
            assertThat(status(in(other).get("/accounts/roster"))).as(other).isEqualTo(404);
            assertThat(status(open(in(other), people))).as(other).isEqualTo(404);
        }
    }

    private Document asked() {
        return page(administrator.get("/accounts/roster?organization=" + made.third()));
    }

    private MvcTestResult open(Browser by, List<String> people, String... changed) {
        List<String> fields =
                new ArrayList<>(List.of("organization", made.third().toString(), "role", "member"));
        for (int i = 0; i < changed.length; i += 2) {
            fields.set(fields.indexOf(changed[i]) + 1, changed[i + 1]);
        }
        fields.addAll(List.of("person", String.join(",", people)));
        return by.post("/accounts/roster", fields.toArray(String[]::new));
    }

    private Browser in(String role) {
        String name = role + UUID.randomUUID().toString().substring(0, 10);
        accounts.create(
                name,
                "江远帆",
                World.PASSWORD,
                List.of(new Grant(
                        role,
                        made.unit().unitId(),
                        role.equals("secretary")
                                ? made.third().value()
                                : made.unit().rootId().value())));
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }
}
