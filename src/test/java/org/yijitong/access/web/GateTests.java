package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.AccessTest;
import org.yijitong.access.World;
import org.yijitong.organization.Units.Unit;

/** What the gate lets through, and with which scope. */
@AccessTest
class GateTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    World.Tree tree;

    @BeforeEach
    void units() {
        tree = world.tree();
    }

    @Test
    void theOwnUnitIsReachedDownFromThePost() {
        Browser officer = as("officer", tree.department());
        assertThat(text(officer.get(probe(tree.department())))).isEqualTo(scope(tree.department()));
        assertThat(text(officer.get("/probe"))).isEqualTo(scope(tree.department()));
        assertThat(text(officer.post(probe(tree.department())))).isEqualTo(scope(tree.department()));
    }

    @Test
    void staffReadTheUnitsBelowAtEveryDepthButChangeOnlyTheirOwn() {
        Browser staff = as("staff", tree.committee());
        assertThat(text(staff.get(probe(tree.committee())))).isEqualTo(scope(tree.committee()));
        assertThat(text(staff.get(probe(tree.department())))).isEqualTo(scope(tree.department()));
        assertThat(text(staff.get(probe(tree.bureau())))).isEqualTo(scope(tree.bureau()));
        assertThat(status(staff.head(probe(tree.bureau())))).isEqualTo(200);
        assertThat(status(staff.get(probe(tree.foreign())))).isEqualTo(404);
        assertThat(status(staff.post(probe(tree.department())))).isEqualTo(404);
        assertThat(status(staff.post(probe(tree.committee())))).isEqualTo(200);
    }

    @Test
    void unitsAboveBesideBelowAndElsewhereAreOutOfReachOfAnOfficer() {
        Browser officer = as("officer", tree.department());
        for (Unit unit : new Unit[] {tree.committee(), tree.sibling(), tree.bureau(), tree.foreign()}) {
            assertThat(status(officer.get(probe(unit)))).isEqualTo(404);
            assertThat(status(officer.post(probe(unit)))).isEqualTo(404);
        }
    }

    @Test
    void aRoleWithoutTheActionGetsWhatAWrongAddressGets() {
        Browser secretary = as("secretary", tree.department());
        assertThat(status(secretary.get("/probe"))).isEqualTo(200);
        MvcTestResult refused = secretary.get("/probe/staff-only");
        assertThat(status(refused)).isEqualTo(404);
        String absent = body(secretary.get("/probe/absent"));
        assertThat(body(refused)).isEqualTo(absent);
        assertThat(body(secretary.get("/no/such/address"))).isEqualTo(absent);
        assertThat(body(secretary.get(probe(tree.sibling())))).isEqualTo(absent);
        assertThat(body(secretary.get("/units/00000000-0000-7000-8000-000000000000/probe")))
                .isEqualTo(absent);
        assertThat(body(secretary.get("/units/not-an-id/probe"))).isEqualTo(absent);
        assertThat(body(secretary.get("/units/"
                        + tree.department().unitId().toString().toUpperCase(java.util.Locale.ROOT) + "/probe")))
                .isEqualTo(absent);
        assertThat(refused.getResponse().getHeaderNames())
                .containsExactlyInAnyOrderElementsOf(
                        secretary.get("/probe/absent").getResponse().getHeaderNames());
    }

    @Test
    void whoIsNotSignedInIsSentToTheSignInPageEachInItsOwnWay() {
        Browser nobody = new Browser(mvc);
        assertThat(location(nobody.get("/probe"))).isEqualTo("/sign-in?to=%2Fprobe");
        MvcTestResult fragment = nobody.get("/probe", "HX-Request", "true");
        assertThat(status(fragment)).isEqualTo(401);
        assertThat(fragment.getResponse().getHeader("HX-Redirect")).isEqualTo("/sign-in");
        assertThat(text(fragment)).isEmpty();
        MvcTestResult program = nobody.get("/api/v1/probe");
        assertThat(status(program)).isEqualTo(401);
        assertThat(program.getResponse().getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(program.getResponse().getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void programsGetProblemDocuments() {
        Browser secretary = as("secretary", tree.department());
        String token = secretary.token();
        for (String path : new String[] {"/api/v1/no-such-thing", "/api/v1/probe/staff-only"}) {
            MvcTestResult refused = secretary.get(path, "X-XSRF-TOKEN", token);
            assertThat(status(refused)).isEqualTo(404);
            assertThat(refused.getResponse().getContentType()).isEqualTo("application/problem+json");
            assertThat(text(refused)).isEqualTo("""
                    {"type":"about:blank","title":"Not Found","status":404}""");
        }
        assertThat(text(secretary.get("/api/v1/probe/refused", "X-XSRF-TOKEN", token)))
                .contains("\"status\":409", "\"detail\":\"这个编号");
        assertThat(text(secretary.get("/api/v1/probe/invalid", "X-XSRF-TOKEN", token)))
                .contains("\"status\":422", "\"faults\":{\"password\":\"太短，至少 10 个字符\"}");
    }

    @Test
    void returningAfterSignInNeverLeadsToAnotherSite() {
        for (String to : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/a b", "evil"}) {
            String name = world.name("lin");
            world.account(name, "officer", tree.department());
            MvcTestResult done = new Browser(mvc).post("/sign-in", "name", name, "password", World.PASSWORD, "to", to);
            assertThat(location(done)).isEqualTo("/");
        }
    }

    private Browser as(String role, Unit unit) {
        String name = world.name(role);
        world.account(name, role, unit);
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }

    private static String probe(Unit unit) {
        return "/units/" + unit.unitId() + "/probe";
    }

    private static String scope(Unit unit) {
        return unit.unitId() + " " + unit.rootId();
    }

    /** The page without what is new each time and without the address that was asked for. */
    private static String body(MvcTestResult result) {
        assertThat(status(result)).isEqualTo(404);
        // What the visitor asked for themselves is no news to them.
        return page(result)
                .html()
                .replaceAll("name=\"(_csrf|key|back)\" value=\"[^\"]*\"", "$1")
                .replaceAll("/complaint\\?from=[^\"]*", "/complaint");
    }
}
