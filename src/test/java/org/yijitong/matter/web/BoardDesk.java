package org.yijitong.matter.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.Holders;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.activity.Records;
import org.yijitong.matter.Act;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.FlowPublications;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.UnitId;

/** A unit with an officer and a stranger who stand before its board. */
@ProductTest
@Import(SampleUnit.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BoardDesk {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    Holders holders;

    @Autowired
    Matters matters;

    @Autowired
    Records records;

    @Autowired
    FlowPublications publications;

    @Autowired
    Days days;

    @Autowired
    MockMvcTester mvc;

    Made made;
    OrganizationId top;
    Browser officer;
    Browser stranger;
    String base;

    @BeforeAll
    void make() {
        made = sample.make();
        top = new OrganizationId(made.scope().top());
        base = "/units/" + made.unit().unitId();
        officer = as("officer", made.unit().unitId(), top, null);
        Made elsewhere = sample.make();
        stranger = as("officer", elsewhere.unit().unitId(), elsewhere.unit().rootId(), null);
    }

    Browser as(String role, UnitId unit, OrganizationId reach, @org.jspecify.annotations.Nullable String person) {
        String name = "brd" + UUID.randomUUID().toString().substring(0, 12);
        UUID account =
                accounts.create(name, name + "同志", World.PASSWORD, List.of(new Grant(role, unit, reach.value())));
        if (person != null) {
            holders.say(made.scope(), account, made.person(person));
        }
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }

    MatterId begun(String title, String problem) {
        return matters.begin(
                made.scope(),
                top,
                new Beginning("rectification", title, "assessment", Map.of("problem", problem), Map.of()));
    }

    MatterId assigned(String title) {
        MatterId id = begun(title, "少一次");
        matters.step(
                made.scope(),
                id,
                new Act(
                        1,
                        "assign",
                        Map.of("measures", "补学", "due", days.today().plusDays(9).toString()),
                        Map.of("responsible", made.third()),
                        UUID.randomUUID().toString()));
        return id;
    }
}
