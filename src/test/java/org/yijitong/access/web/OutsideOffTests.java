package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.yijitong.access.AccessTest;
import org.yijitong.access.World;

/** Without an identity provider nothing speaks of one. */
@AccessTest
class OutsideOffTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Test
    void nothingIsOfferedAndNoWayBegins() {
        Browser officer = new Browser(mvc);
        assertThat(page(officer.get("/sign-in")).select("a[href^=/sign-in/identity]"))
                .isEmpty();
        assertThat(location(officer.get("/sign-in/identity"))).isEqualTo("/sign-in");
        assertThat(location(officer.get("/sign-in/identity/return?code=x&state=y")))
                .isEqualTo("/sign-in");
        String name = world.name("off");
        world.account(name, "officer", world.tree().department());
        officer.signIn(name);
        assertThat(page(officer.get("/account")).select("a[href=/account/identity]"))
                .isEmpty();
        assertThat(page(officer.get("/account/identity")).text()).contains("没有接外部身份");
        assertThat(status(officer.post("/account/identity", "password", World.PASSWORD)))
                .isEqualTo(404);
    }
}
