package org.yijitong.mechanism.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.yijitong.access.AccessTest;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Db;

/** Two who write documents for the committee at the top of a small tree of units. */
@AccessTest
abstract class DraftDesk {
    protected static final String DRAFTS = "/mechanism-drafts";

    @Autowired
    protected MockMvcTester mvc;

    @Autowired
    protected World world;

    @Autowired
    protected Mechanisms mechanisms;

    @Autowired
    protected Db db;

    @Autowired
    protected Clock clock;

    @Autowired
    protected PlatformTransactionManager transactions;

    protected World.Tree tree;
    protected Browser author;
    protected Browser second;
    protected String mechanism;

    @BeforeEach
    void twoOfACommittee() {
        tree = world.tree();
        author = as("staff", tree.committee());
        second = as("staff", tree.committee());
        mechanism = "draft-" + UUID.randomUUID().toString().substring(0, 8);
    }

    protected Browser as(String role, Unit unit) {
        String name = world.name(role);
        world.account(name, role, unit);
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }

    protected String text() {
        return page(author.get(DRAFTS + "/new"))
                .select("#text")
                .getFirst()
                .wholeText()
                .replace("reading-across", mechanism);
    }

    protected String begun(String text) {
        MvcTestResult answer = author.post(DRAFTS, "key", UUID.randomUUID().toString(), "text", text, "why", "想试一试");
        assertThat(status(answer)).isEqualTo(303);
        return location(answer);
    }

    protected static MvcTestResult step(Browser who, String draft, String what, int revision, String... more) {
        String[] fields = new String[more.length + 4];
        System.arraycopy(
                new String[] {"key", UUID.randomUUID().toString(), "revision", "" + revision}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        return who.post(draft + "/" + what, fields);
    }

    protected boolean published() {
        return mechanisms.all().stream()
                .map(Duty::mechanism)
                .anyMatch(head -> head.id().equals(mechanism));
    }
}
