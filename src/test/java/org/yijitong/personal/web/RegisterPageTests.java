package org.yijitong.personal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.SampleUnit;
import org.yijitong.personal.Register;

/** The register as everyone may read it. */
@ProductTest
@Import(SampleUnit.class)
class RegisterPageTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    Register register;

    @Autowired
    MockMvcTester mvc;

    @Test
    void whoeverIsSignedInReadsAllOfIt() {
        SampleUnit.Made made = sample.make();
        String name = "reads" + UUID.randomUUID().toString().substring(0, 10);
        accounts.create(
                name,
                "江远帆",
                World.PASSWORD,
                List.of(new Grant("member", made.unit().unitId(), made.third().value())));
        Browser member = new Browser(mvc);
        member.signIn(name);
        assertThat(Browser.page(member.get("/account")).select("a[href=/personal-data]"))
                .hasSize(1);
        Document page = Browser.page(member.get("/personal-data"));
        assertThat(page.select("tbody tr")).hasSize(register.personal().size());
        register.personal()
                .values()
                .forEach(table -> assertThat(page.text())
                        .contains(table.means(), table.purpose(), table.keep().words()));
        assertThat(page.text()).contains("民族（敏感）", "身份证号，中间遮住（敏感）（平时遮住）");
        assertThat(page.text()).as("columns are told in words").doesNotContain("_id");
    }

    @Test
    void nobodyElseDoes() {
        assertThat(Browser.location(new Browser(mvc).get("/personal-data"))).startsWith("/sign-in");
    }
}
