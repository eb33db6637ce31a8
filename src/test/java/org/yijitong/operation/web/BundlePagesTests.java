package org.yijitong.operation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.ProductTest;
import org.yijitong.access.Account;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.Grants;
import org.yijitong.access.SignedIn;
import org.yijitong.access.Tokens;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.operation.BundleDesk;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Moment;
import org.yijitong.shared.Scope;

/** A bundle from the page: asked for, followed, agreed to by somebody else, taken; and everything that is refused. */
@ProductTest
@Import(SampleUnit.class)
class BundlePagesTests {
    private static final String PASSPHRASE = "海内存知己，天涯若比邻";

    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    BundleDesk desk;

    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Grants grants;

    @Autowired
    Tokens tokens;

    @Value("${yijitong.data}")
    Path data;

    private Made made;
    private Browser officer;
    private Browser system;

    @BeforeEach
    void make() {
        made = sample.make();
        officer = as("officer", made);
        system = as("system", made);
    }

    private Browser as(String role, Made unit) {
        String name = "bun" + UUID.randomUUID().toString().substring(0, 12);
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

    /** Asks and waits until it is made; its address. */
    private String made(Browser who, String key) {
        MvcTestResult answer = who.post("/bundles", "key", key, "reason", "迁到新服务器", "passphrase", PASSPHRASE);
        assertThat(location(answer)).isEqualTo("/bundles");
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> page(who.get("/bundles")).text().contains("做好了，等另一个人同意"));
        UUID id = desk.latest(made.scope()).orElseThrow().id();
        return "/bundles/" + id;
    }

    private static List<String> names(byte[] bundle) throws IOException {
        List<String> names = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void oneAsksAnotherAgreesAndOnlyTheFirstTakesIt() throws IOException {
        String bundle = made(officer, UUID.randomUUID().toString());
        Document waiting = page(officer.get("/bundles"));
        assertThat(waiting.select("a[href$=bundle.zip]")).isEmpty();
        assertThat(waiting.select("form[action$=release]")).isEmpty();
        assertThat(waiting.text()).contains("迁到新服务器", "在里面，用口令封着").doesNotContain(PASSPHRASE);
        assertThat(status(officer.get(bundle + "/bundle.zip"))).isEqualTo(409);
        assertThat(status(officer.post(bundle + "/release", "key", "mine"))).isEqualTo(404);

        assertThat(page(system.get("/bundles")).select("form[action=" + bundle + "/release]"))
                .hasSize(1);
        assertThat(location(system.post(bundle + "/release", "key", "agree"))).isEqualTo("/bundles");
        assertThat(status(system.get(bundle + "/bundle.zip"))).isEqualTo(404);

        String href =
                page(officer.get("/bundles")).select("a[href$=bundle.zip]").attr("href");
        MvcTestResult taken = officer.get(href);
        assertThat(taken.getResponse().getHeader("Content-Disposition")).contains("attachment");
        assertThat(names(taken.getResponse().getContentAsByteArray()))
                .contains("tables/organization.people.jsonl", "tables/matter.matters.jsonl")
                .endsWith("manifest.json");
        Document log = page(as("auditor", made).get("/log"));
        assertThat(log.select("main").text()).contains("要了数据包", "做成了数据包", "同意取走数据包", "取走了数据包");
    }

    @Test
    void nobodyAgreesToTheirOwnAndAnotherOfTheSameRoleDoesNotTakeIt() {
        Browser administrator = as("administrator", made);
        String bundle = made(administrator, UUID.randomUUID().toString());
        assertThat(page(administrator.get("/bundles")).select("form[action$=release]"))
                .isEmpty();
        MvcTestResult own = administrator.post(bundle + "/release", "key", "own");
        assertThat(status(own)).isEqualTo(409);
        assertThat(text(own)).contains("要另一个人同意");
        system.post(bundle + "/release", "key", "agree-2");
        assertThat(status(officer.get(bundle + "/bundle.zip"))).isEqualTo(404);
        assertThat(status(administrator.get(bundle + "/bundle.zip"))).isEqualTo(200);
    }

    @Test
    void nobodyAgreesThroughAnAccountInTheirOwnHands() {
        List<UUID> before = ids();
        Browser asks = as("administrator", made);
        UUID asking =
                ids().stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
        List<UUID> two = ids();
        Browser trustee = as("trustee", made);
        UUID trusted =
                ids().stream().filter(id -> !two.contains(id)).findFirst().orElseThrow();
        String bundle = made(asks, UUID.randomUUID().toString());
        accounts.issueCode(
                new Scope(asking, made.scope().unit(), made.unit().rootId().value()), trusted);
        MvcTestResult refused = trustee.post(bundle + "/release", "key", "hands");
        assertThat(status(refused)).isEqualTo(409);
        assertThat(text(refused)).contains("由另一位来同意");
        assertThat(location(as("trustee", made).post(bundle + "/release", "key", "other")))
                .isEqualTo("/bundles");
    }

    private List<UUID> ids() {
        return accounts.list(made.scope(), "", 50).stream()
                .map(Account::accountId)
                .toList();
    }

    @Test
    void whatIsMissingIsSaidAndThePassphraseIsNotShownAgain() {
        MvcTestResult none = officer.post("/bundles", "key", "none", "reason", " ", "passphrase", "");
        assertThat(status(none)).isEqualTo(422);
        assertThat(page(none).select(".errors a").eachAttr("href")).containsExactly("#reason");
        MvcTestResult brief = officer.post("/bundles", "key", "brief", "reason", "迁移", "passphrase", "short-one");
        assertThat(status(brief)).isEqualTo(422);
        assertThat(page(brief).select(".errors a").eachAttr("href")).containsExactly("#passphrase");
        assertThat(page(brief).select("#reason").attr("value")).isEqualTo("迁移");
        assertThat(text(brief)).doesNotContain("short-one");
        assertThat(desk.latest(made.scope())).isEmpty();
        assertThat(status(system.post("/bundles", "key", "system", "reason", "x")))
                .isEqualTo(404);
    }

    @Test
    void theyAreFoundOnThePageOfOnesAccountByWhoeverMayHaveThem() {
        assertThat(page(officer.get("/account")).select("main a[href=/bundles]").text())
                .isEqualTo("数据包");
        assertThat(page(officer.get("/account")).select("nav a[href=/bundles]")).isEmpty();
        assertThat(page(as("member", made).get("/account")).select("a[href=/bundles]"))
                .isEmpty();
    }

    @Test
    void anotherUnitHasNothingOfIt() {
        String bundle = made(officer, UUID.randomUUID().toString());
        Browser stranger = as("administrator", sample.make());
        assertThat(page(stranger.get("/bundles")).text()).doesNotContain("谁要的");
        assertThat(status(stranger.get(bundle + "/bundle.zip"))).isEqualTo(404);
        assertThat(status(stranger.post(bundle + "/release", "key", "theirs"))).isEqualTo(404);
        assertThat(status(stranger.post(bundle + "/cancellation", "key", "theirs-2")))
                .isEqualTo(404);
        assertThat(status(as("member", made).get("/bundles"))).isEqualTo(404);
        assertThat(status(as("auditor", made).get("/bundles"))).isEqualTo(404);
    }

    @Test
    void putAwayOrADayLaterTheFileIsGone() {
        String first = made(officer, UUID.randomUUID().toString());
        Path file = data.resolve("bundles").resolve(first.substring("/bundles/".length()) + ".zip");
        assertThat(file).exists();
        assertThat(location(system.post(first + "/cancellation", "key", "away")))
                .isEqualTo("/bundles");
        assertThat(file).doesNotExist();
        assertThat(page(officer.get("/bundles")).text()).contains("没有留下文件");
        assertThat(status(system.post(first + "/release", "key", "late"))).isEqualTo(409);

        String second = made(officer, UUID.randomUUID().toString());
        Path kept = data.resolve("bundles").resolve(second.substring("/bundles/".length()) + ".zip");
        Moment.at(clock.instant().plus(Duration.ofHours(25)), new Random(1), () -> {
            assertThat(desk.latest(made.scope())).isEmpty();
            desk.tidy();
        });
        assertThat(Files.exists(kept)).isFalse();
        assertThat(status(officer.get(second + "/bundle.zip"))).isEqualTo(404);
    }

    @Test
    void programsAskToo() {
        String base = "/api/v1/units/" + made.unit().unitId() + "/bundles";
        String asks = token("officer");
        String agrees = token("system");
        assertThat(posted(asks, base, "{}")).hasStatus(422);
        MvcTestResult begun = posted(asks, base, "{\"reason\": \"迁移\"}");
        assertThat(begun).hasStatus(201);
        String href = location(begun);
        await().atMost(60, TimeUnit.SECONDS).until(() -> text(asked(asks, href)).contains("\"state\":\"WAITING\""));
        assertThat(text(asked(asks, href))).contains("\"numbers\":false", "\"reason\":\"迁移\"");
        assertThat(text(asked(asks, base))).contains(href.substring(base.length() + 1));
        assertThat(asked(asks, href + "/bundle.zip")).hasStatus(409);
        assertThat(posted(agrees, href + "/releases", "{}")).hasStatus(200);
        assertThat(asked(agrees, href + "/bundle.zip")).hasStatus(404);
        assertThat(asked(asks, href + "/bundle.zip")).hasStatus(200);
        assertThat(posted(asks, href + "/cancellations", "{}")).hasStatus(200);
        assertThat(asked(asks, href + "/bundle.zip")).hasStatus(409);
    }

    private String token(String role) {
        String name = "prg" + UUID.randomUUID().toString().substring(0, 12);
        Grant grant = new Grant(role, made.unit().unitId(), made.unit().rootId().value());
        UUID account = accounts.create(name, name, World.PASSWORD, List.of(grant));
        SignedIn who = new SignedIn(account, name, SignedIn.Due.NOTHING, null, null);
        return tokens.create(who, grants.of(account).getFirst().grantId(), "test", 1);
    }

    private MvcTestResult asked(String token, String path) {
        return mvc.get()
                .uri(URI.create(path))
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private MvcTestResult posted(String token, String path, String body) {
        return mvc.post()
                .uri(URI.create(path))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
