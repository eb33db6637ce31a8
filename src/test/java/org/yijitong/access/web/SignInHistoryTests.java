package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.yijitong.access.AccessTest;
import org.yijitong.access.MovableClock;
import org.yijitong.access.Session;
import org.yijitong.access.SignIns;
import org.yijitong.access.World;

/** One's own sign-ins, wrong ones included, and nobody else's. */
@AccessTest
class SignInHistoryTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    MovableClock clock;

    private World.Tree tree;
    private String name;

    @BeforeEach
    void anOfficer() {
        clock.move(Duration.ofHours(1));
        tree = world.tree();
        name = world.name("qian");
        world.account(name, "officer", tree.department());
    }

    @Test
    void aWrongPasswordBeforeTheRightOneIsSeenAndCountsNoMore() {
        Browser stranger = new Browser(mvc, "203.0.113.77");
        for (int i = 0; i < 4; i++) {
            assertThat(status(stranger.signIn(name, "not the password at all"))).isEqualTo(422);
        }
        assertThat(status(stranger.signIn(name))).isEqualTo(303);
        for (int i = 0; i < 4; i++) {
            assertThat(status(new Browser(mvc, "203.0.113.77").signIn(name, "not the password at all")))
                    .as("the four before were forgiven")
                    .isEqualTo(422);
        }
        var rows = page(stranger.get("/account/sign-ins")).select("tbody tr");
        assertThat(rows).hasSize(9);
        assertThat(rows.text()).contains("203.0.…").doesNotContain("203.0.113");
        assertThat(rows.eachText())
                .filteredOn(row -> row.contains("没有登录成，后来登录了"))
                .hasSize(4);
        assertThat(rows.eachText())
                .filteredOn(row -> row.contains("登录了") && !row.contains("没有登录成"))
                .hasSize(1);
        assertThat(page(stranger.get("/account")).select("a[href=/account/sign-ins]"))
                .hasSize(1);
    }

    @Test
    void nobodyElsesAreSeen() {
        String other = world.name("sun");
        world.account(other, "officer", tree.department());
        new Browser(mvc, "198.51.100.4").signIn(other);
        Browser officer = new Browser(mvc, "192.0.2.9");
        officer.signIn(name.toUpperCase(java.util.Locale.ROOT));
        var rows = page(officer.get("/account/sign-ins")).select("tbody tr");
        assertThat(rows).as("whichever way the name was typed").hasSize(1);
        assertThat(rows.text()).contains("192.0.…");
        assertThat(status(officer.get("/account/sign-ins?part=-1"))).isEqualTo(404);
        assertThat(status(officer.get("/account/sign-ins?part=2147483647"))).isEqualTo(404);
        assertThat(page(officer.get("/account/sign-ins?part=1")).text()).contains("还没有登录过");
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3,10.1.…", "2001:db8:85a3::8a2e:370:7334,2001:db8:…", "::1,::…", "localhost,localhost", "'',''"
    })
    void anAddressIsShortened(String address, String shown) {
        assertThat(new SignIns.Attempt(clock.instant(), "failed", Session.Way.PASSWORD, "", address).shortAddress())
                .isEqualTo(shown);
    }
}
