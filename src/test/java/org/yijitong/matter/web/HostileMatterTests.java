package org.yijitong.matter.web;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.access.web.Attack;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;

/** Whatever is put into a field of a form about matters, or at the door, is taken or refused with a sentence. */
@ProductTest
@Import(SampleUnit.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileMatterTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvcTester mvc;

    private Made made;
    private Browser officer;
    private Browser secretary;
    private String base;

    @BeforeAll
    void make() {
        made = sample.make();
        base = "/units/" + made.unit().unitId();
        officer = as("officer", made.unit().rootId());
        secretary = as("secretary", made.third());
    }

    private Browser as(String role, OrganizationId top) {
        String name = "hos" + UUID.randomUUID().toString().substring(0, 12);
        Grant grant = new Grant(role, made.unit().unitId(), top.value());
        accounts.create(name, name + "同志", World.PASSWORD, List.of(grant));
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"membership-transfer", "joint-list", "re-election"})
    void noFieldOfABeginningBreaks(String flow) {
        String matters = base + "/organizations/" + made.third() + "/matters";
        Attack.on(secretary, matters + "/new?flow=" + flow, matters, "begin-title", "一件事");
    }

    @Test
    void noFieldOfAStepBreaks() {
        String matter = Browser.location(officer.post(
                base + "/organizations/" + made.unit().rootId() + "/matters",
                "key",
                "hostile",
                "flow",
                "rectification",
                "begin-title",
                "学习记录不全",
                "begin-origin",
                "assessment",
                "begin-problem",
                "三月少一次"));
        Attack.on(officer, matter, matter + "/steps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hotline", "/complaint"})
    void noFieldAtTheDoorBreaks(String door) {
        Attack.on(
                new Browser(mvc),
                door + "?unit=" + made.unit().unitId(),
                door,
                "unit",
                made.unit().unitId().toString());
    }
}
