package org.yijitong.activity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.UnitId;

/** A unit whose third branch has a secretary and a member at their browsers. */
@ProductTest
@Import(SampleUnit.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RecordDesk {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    Days days;

    @Autowired
    MockMvcTester mvc;

    Made made;
    Browser secretary;
    Browser officer;
    Browser member;
    Browser stranger;
    String base;
    String records;

    @BeforeAll
    void make() {
        made = sample.make();
        base = "/units/" + made.unit().unitId();
        records = base + "/organizations/" + made.third() + "/records";
        secretary = as("secretary", made.unit().unitId(), made.third());
        officer = as("officer", made.unit().unitId(), made.unit().rootId());
        member = as("member", made.unit().unitId(), made.third());
        Made elsewhere = sample.make();
        stranger = as("secretary", elsewhere.unit().unitId(), elsewhere.third());
    }

    Browser as(String role, UnitId unit, OrganizationId top) {
        String name = "rec" + UUID.randomUUID().toString().substring(0, 12);
        accounts.create(name, name + "同志", World.PASSWORD, List.of(new Grant(role, unit, top.value())));
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }

    /** What the form sends at least, and more. */
    String[] fields(String key, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "key", key, "kinds", "general_meeting", "day", days.today().toString()));
        fields.addAll(List.of(more));
        if (!fields.contains("first")) {
            fields.addAll(List.of("first", "none"));
        }
        return fields.toArray(String[]::new);
    }

    /** Saves a record; the address of its page. */
    String saved(String key, String... more) {
        MvcTestResult answer = secretary.post(records, fields(key, more));
        return Browser.location(answer).replace("/receipt", "");
    }
}
