package org.yijitong.personal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.Holders;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.Sphere;

/** Names stand for ids where the register says that ids stand; an id that somebody wrote stays what was written. */
@ProductTest
@Import(SampleUnit.class)
class TypedIdsTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    Holders holders;

    @Autowired
    People people;

    @Autowired
    MockMvcTester mvc;

    @Test
    void anIdThatSomebodyWroteIsNotToldWithItsName() {
        SampleUnit.Made made = sample.make();
        String typed = made.person("林若川").toString();
        PersonDetails details =
                new PersonDetails("傅采薇", null, null, null, null, null, null, null, null, null, null, null, typed);
        PersonId noted = people.addAll(
                        made.scope(),
                        List.of(new People.Newcomer(
                                details,
                                Sphere.PARTY,
                                new Belonging(made.third(), null, MemberKind.FULL, List.of()),
                                LocalDate.of(2012, 1, 1))))
                .getFirst();
        String name = "own" + UUID.randomUUID().toString().substring(0, 10);
        UUID account = accounts.create(
                name,
                "傅采薇",
                World.PASSWORD,
                List.of(new Grant("member", made.unit().unitId(), made.third().value())));
        holders.say(made.scope(), account, noted);
        Browser browser = new Browser(mvc, "10.7.8.10");
        browser.signIn(name);
        assertThat(page(browser.get("/account/data/organization.people")).text())
                .contains("备注 " + typed)
                .doesNotContain("林若川");
        assertThat(page(browser.get("/account/data/organization.memberships")).text())
                .contains("组织 省数字事务厅机关第三党支部");
    }
}
