package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.access.AccessTest;
import org.yijitong.access.MovableClock;
import org.yijitong.access.World;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Db;

/** Whoever opens something of a unit below that names people says why, once a day for each thing. */
@AccessTest
class InsightTests {
    private static final String THING = "/00000000-0000-7000-8000-000000000001";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    MovableClock clock;

    @Autowired
    Db db;

    @Autowired
    TransactionTemplate transactions;

    World.Tree tree;
    String name;
    Browser staff;

    @BeforeEach
    void units() {
        tree = world.tree();
        name = world.name("staff");
        world.account(name, "staff", tree.committee());
        staff = new Browser(mvc);
        staff.signIn(name);
    }

    @Test
    void inTheOwnUnitNobodyIsAsked() {
        assertThat(status(staff.get(names(tree.committee()) + THING))).isEqualTo(200);
        Browser officer = as("officer", tree.department());
        assertThat(status(officer.get(names(tree.department()) + THING))).isEqualTo(200);
    }

    @Test
    void aReasonOpensOneThingForTheRestOfTheDay() {
        String address = names(tree.department()) + "?q=x";
        MvcTestResult asked = staff.get(address);
        assertThat(status(asked)).isEqualTo(403);
        assertThat(page(asked).select(".lead").text())
                .contains(tree.department().name());
        assertThat(text(asked)).doesNotContain(tree.department().rootId().toString());
        MvcTestResult given = staff.post("/insights", filled(page(asked), "核对换届材料"));
        assertThat(status(given)).isEqualTo(303);
        assertThat(location(given)).isEqualTo(address);
        assertThat(status(staff.get(address))).isEqualTo(200);
        assertThat(status(staff.get(names(tree.department()) + THING))).isEqualTo(403);
        assertThat(status(staff.get(names(tree.sibling())))).isEqualTo(403);
        assertThat(status(as("staff", tree.committee()).get(address))).isEqualTo(403);
        clock.move(Duration.ofDays(1));
        staff.signIn(name);
        assertThat(status(staff.get(address))).isEqualTo(403);
    }

    @Test
    void theReasonStandsOnceInTheLogOfTheUnitLookedInto() {
        Document form = page(staff.get(names(tree.bureau()) + THING));
        for (String reason : List.of("群众来信核实", "群众来信核实", "另一个")) {
            assertThat(status(staff.post("/insights", filled(form, reason)))).isEqualTo(303);
        }
        assertThat(log(tree.bureau())).containsExactly("thing {\"action\": \"probe.name\", \"reason\": \"群众来信核实\"}");
        assertThat(log(tree.committee())).isEmpty();
    }

    @Test
    void withoutAReasonNothingOpensAndWhatWasTypedStays() {
        Document form = page(staff.get(names(tree.department())));
        for (String reason : List.of("", "  ", "长".repeat(201))) {
            MvcTestResult refused = staff.post("/insights", filled(form, reason));
            assertThat(status(refused)).isEqualTo(422);
            assertThat(page(refused).select("#because-e").text()).contains("最多 200 个字");
            assertThat(page(refused).select("#because").attr("value")).isEqualTo(reason);
            assertThat(page(refused).select("[name=to]").attr("value")).isEqualTo(names(tree.department()));
        }
        assertThat(status(staff.get(names(tree.department())))).isEqualTo(403);
        assertThat(log(tree.department())).isEmpty();
    }

    @Test
    void aReasonReachesNoFurtherThanThePolicy() {
        Document form = page(staff.get(names(tree.department())));
        for (Browser other : List.of(as("officer", tree.department()), as("staff", tree.foreign()))) {
            assertThat(status(other.post("/insights", filled(form, "试试")))).isEqualTo(404);
        }
        assertThat(status(staff.post("/insights", filled(form, "试试", "action", "probe.see"))))
                .isEqualTo(404);
        String foreign = tree.foreign().unitId().toString();
        assertThat(status(staff.post("/insights", filled(form, "试试", "unit", foreign))))
                .isEqualTo(404);
        assertThat(status(staff.post("/insights", filled(form, "试试", "unit", "none"))))
                .isEqualTo(400);
        MvcTestResult away = staff.post("/insights", filled(form, "试试", "to", "//evil.example"));
        assertThat(location(away)).isEqualTo("/");
        assertThat(status(staff.get(names(tree.foreign())))).isEqualTo(404);
    }

    @Test
    void aFragmentIsReplacedByTheWholePage() {
        MvcTestResult fragment = staff.get(names(tree.department()), "HX-Request", "true");
        assertThat(fragment.getResponse().getHeader("HX-Redirect")).isEqualTo(names(tree.department()));
    }

    @Test
    void theCommitteeDirectlyBelowIsSeenByName() {
        assertThat(status(staff.get(
                        names(tree.department()) + "/" + tree.department().rootId())))
                .isEqualTo(200);
        assertThat(status(staff.get(names(tree.bureau()) + "/" + tree.bureau().rootId())))
                .isEqualTo(403);
    }

    @Test
    void aProgramSaysWhyInAHeader() {
        String address = "/api/v1" + names(tree.department());
        String token = staff.token();
        MvcTestResult refused = staff.get(address, "X-XSRF-TOKEN", token);
        assertThat(status(refused)).isEqualTo(428);
        assertThat(text(refused)).contains("Yijitong-Reason");
        MvcTestResult empty = staff.get(address, "X-XSRF-TOKEN", token, "Yijitong-Reason", "%20");
        assertThat(status(empty)).isEqualTo(422);
        String why = "%E6%A0%B8%E5%AF%B9";
        assertThat(status(staff.get(address, "X-XSRF-TOKEN", token, "Yijitong-Reason", why)))
                .isEqualTo(200);
        assertThat(log(tree.department())).containsExactly("unit {\"action\": \"probe.name\", \"reason\": \"核对\"}");
    }

    private List<String> log(Unit unit) {
        return transactions.execute(transaction -> db.in(unit.unitId(), """
                        SELECT subject_kind || ' ' || detail FROM audit.entries
                        WHERE unit_id = :unit AND action = 'insight.given'
                        """).list(String.class));
    }

    /** The form as shown with a reason, and with other fields changed. */
    private static String[] filled(Document form, String reason, String... changed) {
        List<String> fields = new ArrayList<>();
        for (Element field : form.select("main form [name]:not([name=_csrf])")) {
            fields.addAll(List.of(field.attr("name"), field.attr("value")));
        }
        fields.set(fields.indexOf("because") + 1, reason);
        for (int i = 0; i < changed.length; i += 2) {
            fields.set(fields.indexOf(changed[i]) + 1, changed[i + 1]);
        }
        return fields.toArray(String[]::new);
    }

    private Browser as(String role, Unit unit) {
        String other = world.name(role);
        world.account(other, role, unit);
        Browser browser = new Browser(mvc);
        browser.signIn(other);
        return browser;
    }

    private static String names(Unit unit) {
        return "/units/" + unit.unitId() + "/probe/names";
    }
}
