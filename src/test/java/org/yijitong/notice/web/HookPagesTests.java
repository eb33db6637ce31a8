package org.yijitong.notice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;

/** Hooks from the page: set, tried, woken, ended; the secret is shown once; others find nothing. */
@ProductTest
@Import(SampleUnit.class)
class HookPagesTests {
    private static final String ADDRESS = "http://127.0.0.1:9/in";

    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private Made made;
    private Browser administrator;

    @BeforeEach
    void make() {
        made = sample.make();
        administrator = as("administrator", made);
    }

    private Browser as(String role, Made unit) {
        String name = "hook" + UUID.randomUUID().toString().substring(0, 12);
        accounts.create(
                name,
                name + "同志",
                World.PASSWORD,
                List.of(new Grant(
                        role, unit.unit().unitId(), unit.unit().rootId().value())));
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }

    private MvcTestResult set(String key) {
        return administrator.post("/hooks", "key", key, "address", ADDRESS, "kind", "BEGUN", "kind", "STEP");
    }

    private String hook() {
        return page(administrator.get("/hooks")).select("main table a").attr("href");
    }

    @Test
    void theSecretIsShownOnceAndSendingTheFormAgainSetsNoOther() {
        MvcTestResult answer = set("set-1");
        assertThat(status(answer)).isEqualTo(200);
        String secret = page(answer).select("main code").text();
        assertThat(secret).startsWith("whsec_");
        assertThat(page(set("set-1")).select("main code").text()).isEqualTo(secret);
        Document list = page(administrator.get("/hooks"));
        assertThat(list.select("main tbody tr")).hasSize(1);
        assertThat(list.text()).contains(ADDRESS, "办了一步").doesNotContain(secret);
        Document one = page(administrator.get(hook()));
        assertThat(one.text()).contains("有变动就推送", "还没有推送过").doesNotContain(secret);
        assertThat(page(as("auditor", made).get("/log")).select("main").text())
                .contains("登记了推送地址")
                .doesNotContain(secret);
    }

    @Test
    void whatCannotBeTakenIsSaidAndStays() {
        MvcTestResult answer =
                administrator.post("/hooks", "key", "bad", "address", "https://10.1.2.3/in", "kind", "STEP");
        assertThat(status(answer)).isEqualTo(422);
        Document again = page(answer);
        assertThat(again.select("#address").attr("value")).isEqualTo("https://10.1.2.3/in");
        assertThat(again.select("input[name=kind][checked]")).hasSize(1);
        assertThat(again.text()).contains("这个地址在内网");
        assertThat(status(administrator.post("/hooks", "key", "none", "address", ADDRESS)))
                .isEqualTo(422);
        assertThat(page(administrator.get("/hooks")).select("main tbody tr")).isEmpty();
    }

    @Test
    void itIsTriedAndEnded() {
        set("set-2");
        String hook = hook();
        assertThat(location(administrator.post(hook + "/tests", "key", "try"))).isEqualTo(hook);
        administrator.post(hook + "/tests", "key", "try");
        Document one = page(administrator.get(hook));
        assertThat(one.select("main tbody tr")).hasSize(1);
        String again = one.select("form[action$=repetition]").attr("action");
        assertThat(location(administrator.post(again, "key", "again"))).isEqualTo(hook);
        assertThat(location(administrator.post(hook + "/ending", "key", "end"))).isEqualTo("/hooks");
        assertThat(status(administrator.post(hook + "/tests", "key", "late"))).isEqualTo(409);
        assertThat(status(administrator.post(again, "key", "later"))).isEqualTo(409);
        assertThat(page(administrator.get(hook)).select("main button")).isEmpty();
    }

    @Test
    void oneAtRestStandsAmongWhatToKnowUntilItIsWoken() {
        set("set-3");
        String hook = hook();
        transaction.executeWithoutResult(_ -> {
            database.sql("SET LOCAL app.unit = '" + made.unit().unitId() + "'").update();
            assertThat(database.sql("UPDATE notice.hooks SET state = 'resting'").update())
                    .isEqualTo(1);
        });
        Document inbox = page(administrator.get("/inbox"));
        assertThat(inbox.select("main a[href=" + hook + "]").text()).contains(ADDRESS, "没送到");
        assertThat(page(as("officer", made).get("/inbox")).select("main a[href=" + hook + "]"))
                .isEmpty();
        assertThat(location(administrator.post(hook + "/waking", "key", "wake")))
                .isEqualTo(hook);
        assertThat(page(administrator.get("/inbox")).select("main a[href=" + hook + "]"))
                .isEmpty();
    }

    @Test
    void othersFindNothing() {
        set("set-4");
        String hook = hook();
        Browser officer = as("officer", made);
        assertThat(status(officer.get("/hooks"))).isEqualTo(404);
        assertThat(status(officer.post("/hooks", "key", "x", "address", ADDRESS, "kind", "STEP")))
                .isEqualTo(404);
        Made elsewhere = sample.make();
        Browser stranger = as("administrator", elsewhere);
        String moved = hook.replace(
                made.unit().unitId().toString(), elsewhere.unit().unitId().toString());
        for (String address : List.of(hook, moved)) {
            assertThat(status(stranger.get(address))).isEqualTo(404);
            assertThat(status(stranger.post(address + "/ending", "key", "end"))).isEqualTo(404);
            assertThat(status(stranger.post(address + "/waking", "key", "wake")))
                    .isEqualTo(404);
            assertThat(status(stranger.post(address + "/tests", "key", "try"))).isEqualTo(404);
        }
        assertThat(status(administrator.get(hook + "x"))).isEqualTo(404);
        assertThat(status(administrator.post(hook + "/deliveries/x_1/repetition", "key", "no")))
                .isEqualTo(404);
        assertThat(page(administrator.get(hook)).text()).contains("有变动就推送");
    }
}
