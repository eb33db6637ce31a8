package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
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

/** A unit with those who handle what is raised, those above them, and a stranger before the door. */
@ProductTest
@Import({SampleUnit.class, DoorProbe.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DoorDesk {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    DoorProbe probe;

    @Autowired
    Days days;

    @Autowired
    MockMvcTester mvc;

    Made made;
    Browser officer;
    Browser secretary;
    Browser stranger;
    Browser superior;

    @BeforeAll
    void make() {
        made = sample.make();
        officer = as("officer", made.unit().unitId(), made.unit().rootId());
        secretary = as("secretary", made.unit().unitId(), made.third());
        superior = as("officer", made.above().unitId(), made.above().rootId());
        stranger = new Browser(mvc, "192.0.2.17");
    }

    Browser as(String role, UnitId unit, OrganizationId top) {
        String name = "door" + UUID.randomUUID().toString().substring(0, 12);
        accounts.create(name, name + "同志", World.PASSWORD, List.of(new Grant(role, unit, top.value())));
        return signedIn(name);
    }

    /** A member of the third branch who is on its roster, and its secretary, without the rights of one. */
    Browser self() {
        String name = "self" + UUID.randomUUID().toString().substring(0, 12);
        UUID account = accounts.create(
                name,
                "林若川",
                World.PASSWORD,
                List.of(new Grant("member", made.unit().unitId(), made.third().value())));
        probe.holds(made.unit().unitId(), account, made.person("林若川"));
        return signedIn(name);
    }

    Browser signedIn(String name) {
        Browser browser = new Browser(mvc, "192.0.2.18");
        browser.signIn(name);
        return browser;
    }

    /** The receipt code of a call. */
    String called(String key) {
        String unit = made.unit().unitId().toString();
        MvcTestResult answer = stranger.post(
                "/hotline",
                "key",
                key,
                "unit",
                unit,
                "begin-what",
                "取一个证排了四十多分钟",
                "name",
                "柳先生",
                "phone",
                "020-5550 0134");
        assertThat(status(answer)).isEqualTo(200);
        return page(answer).select(".receipt").text();
    }

    /** The address of what was begun last. */
    String newest() {
        return "/units/" + made.unit().unitId() + "/matters/"
                + probe.newest(made.unit().unitId());
    }

    void step(Browser who, String matter, String step, String... fields) {
        String revision = page(who.get(matter)).select("input[name=revision]").attr("value");
        String[] all = Stream.concat(
                        Stream.of("key", UUID.randomUUID().toString(), "revision", revision, "step", step),
                        Stream.of(fields))
                .toArray(String[]::new);
        assertThat(status(who.post(matter + "/steps", all))).as(step).isEqualTo(303);
    }

    /** What a receipt shows. */
    Document looked(String code) {
        return page(stranger.post("/receipts", "code", code));
    }
}
