package org.yijitong.personal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.Holders;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Identities;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.Sphere;
import org.yijitong.personal.MyData;
import org.yijitong.personal.Register;

/** What is held on somebody, shown to them and to nobody else. */
@ProductTest
@Import(SampleUnit.class)
class MyDataTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    Holders holders;

    @Autowired
    People people;

    @Autowired
    Identities identities;

    @Autowired
    Register register;

    @Autowired
    MyData data;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    private SampleUnit.Made made;
    private UUID account;
    private Browser member;

    @BeforeEach
    void aMemberWithAnAccount() {
        made = sample.make();
        Held held = held("陆知行");
        account = held.account();
        member = held.browser();
    }

    /** Somebody with an account, signed in. */
    private record Held(UUID account, Browser browser) {}

    /** An account said to be that of somebody of the roster. */
    private Held held(String person) {
        String name = "own" + UUID.randomUUID().toString().substring(0, 10);
        UUID created = accounts.create(
                name,
                person,
                World.PASSWORD,
                List.of(new Grant("member", made.unit().unitId(), made.third().value())));
        holders.say(made.scope(), created, made.person(person));
        Browser browser = new Browser(mvc, "10.7.8.9");
        browser.signIn(name);
        return new Held(created, browser);
    }

    private PersonId added(String name, String phone) {
        PersonDetails details =
                new PersonDetails(name, null, null, null, null, null, null, null, null, phone, null, null, null);
        return people.addAll(
                        made.scope(),
                        List.of(new People.Newcomer(
                                details,
                                Sphere.PARTY,
                                new Belonging(made.third(), null, MemberKind.FULL, List.of()),
                                LocalDate.of(2012, 1, 1))))
                .getFirst();
    }

    /** Each statement that the register gives rise to runs, for whoever asks. */
    @Test
    void everyPersonalTableIsShownOrSaysWhyItIsNot() {
        Document whole = page(member.get("/account/data"));
        assertThat(whole.select("a[href=/correction]")).hasSize(1);
        register.personal().values().forEach(table -> {
            MvcTestResult rows = member.get("/account/data/" + table.name());
            if (table.mine() == null) {
                assertThat(status(rows)).as(table.name()).isEqualTo(404);
                assertThat(whole.text()).contains(table.means(), Objects.requireNonNull(table.whyNot()));
            } else {
                assertThat(status(rows)).as(table.name()).isEqualTo(200);
                assertThat(text(rows)).doesNotContain("$argon2");
            }
        });
    }

    @Test
    void aMemberSeesTheRosterThePostsAndTheAccountInWords() {
        assertThat(page(member.get("/account/data")).select("main ul a").eachText())
                .contains("名册上的基本情况", "组织关系：什么时候在哪个组织，是什么身份", "党内职务", "账号", "每一次登录");
        assertThat(page(member.get("/account/data/organization.people")).text()).contains("姓名 陆知行", "办公电话 6103");
        assertThat(page(member.get("/account/data/organization.memberships")).text())
                .contains("组织 省数字事务厅机关第三党支部", "小组 第一党小组", "身份 正式党员", "到哪天前 没有期限");
        assertThat(page(member.get("/account/data/organization.appointments")).text())
                .contains("职务 副书记", "职务 组织委员");
        assertThat(page(member.get("/account/data/access.sign_in_attempts")).text())
                .contains("10.7.8.9", "登录了");
        assertThat(page(member.get("/account/data/access.grants")).text()).contains("角色 党员");
        assertThat(page(member.get("/account/data/access.accounts")).text()).contains("密码的散列，谁也看不出密码");
    }

    @Test
    void nobodySeesWhatIsHeldOnAnother() {
        PersonId other = added("柳成荫", "13900001234");
        String marked = "/account/data/organization.people";
        for (String attempt : List.of(
                marked + "?person=" + other,
                marked + "?account=" + UUID.randomUUID(),
                marked + "?unit=0&entries=" + other,
                "/account/data/print",
                "/account/data")) {
            assertThat(text(member.get(attempt))).as(attempt).doesNotContain("柳成荫", "13900001234");
        }
        for (String absent : List.of(
                "/account/data/" + other,
                "/account/data/organization.units",
                "/account/data/pg_catalog.pg_authid",
                marked + "?unit=1",
                marked + "?unit=-1",
                marked + "?part=-1",
                marked + "?part=2147483647",
                "/account/data/traces?unit=9",
                "/account/data/traces?part=2147483647")) {
            assertThat(status(member.get(absent))).as(absent).isEqualTo(404);
        }
        assertThat(Browser.location(new Browser(mvc).get(marked))).startsWith("/sign-in");
    }

    @Test
    void whoIsOnNoRosterSeesTheAccountAlone() {
        String name = "alone" + UUID.randomUUID().toString().substring(0, 10);
        accounts.create(
                name,
                "陆知行",
                World.PASSWORD,
                List.of(new Grant("member", made.unit().unitId(), made.third().value())));
        Browser alone = new Browser(mvc);
        alone.signIn(name);
        Document whole = page(alone.get("/account/data"));
        assertThat(whole.text()).contains("还没有人把这个账号对应到名册里的人");
        assertThat(whole.select("main ul a").eachText()).contains("账号").doesNotContain("名册上的基本情况");
        assertThat(page(alone.get("/account/data/organization.people")).text()).contains("没有。");
    }

    @Test
    void everyUnitThatKnowsSomeoneShowsItsOwn() {
        SampleUnit.Made elsewhere = sample.make();
        String name = "two" + UUID.randomUUID().toString().substring(0, 10);
        UUID both = accounts.create(
                name,
                "沈南乔",
                World.PASSWORD,
                List.of(
                        new Grant("member", made.unit().unitId(), made.third().value()),
                        new Grant(
                                "member",
                                elsewhere.unit().unitId(),
                                elsewhere.third().value())));
        holders.say(made.scope(), both, made.person("沈南乔"));
        assertThat(data.shares(both)).hasSize(2);
        assertThat(data.shares(both).getFirst().self().entries())
                .containsExactly(made.person("沈南乔").value());
        assertThat(data.shares(both).getLast().self().entries()).isEmpty();
        Browser there = new Browser(mvc);
        there.signIn(name);
        assertThat(page(there.get("/account/data/organization.people?unit=0")).text())
                .contains("沈南乔");
        assertThat(page(there.get("/account/data/organization.people?unit=1")).text())
                .contains("没有。");
        assertThat(status(there.get("/account/data/access.accounts?unit=1")))
                .as("what is of no unit stands with the first")
                .isEqualTo(404);
    }

    @Test
    void entriesThatWereJoinedCountAsOnePerson() {
        PersonId again = added("陆知行", "13900005678");
        people.merge(made.scope(), again, made.person("陆知行"), null);
        assertThat(data.shares(account).getFirst().self().entries())
                .containsExactlyInAnyOrder(again.value(), made.person("陆知行").value());
        assertThat(page(member.get("/account/data/organization.people")).select("ol.stack > li"))
                .hasSize(2);
    }

    @Test
    void whoLookedAtTheNumberAndWhoAmendedIsSaidByNameAndPost() {
        String name = "adm" + UUID.randomUUID().toString().substring(0, 10);
        accounts.create(
                name,
                "江远帆",
                World.PASSWORD,
                List.of(new Grant(
                        "administrator",
                        made.unit().unitId(),
                        made.unit().rootId().value())));
        Browser administrator = new Browser(mvc);
        administrator.signIn(name);
        String person = "/units/" + made.unit().unitId() + "/people/" + made.person("陆知行");
        identities.keep(made.scope(), made.person("陆知行"), "990104199003079999");
        administrator.post(person + "/number/disclosure", "because", "核对党员信息采集表");
        Document traces = page(member.get("/account/data/traces"));
        assertThat(traces.select("tbody tr").text()).contains("江远帆", "省数字事务厅机关党委", "单位管理员", "看了身份证号", "核对党员信息采集表");
        assertThat(page(held("沈南乔").browser().get("/account/data/traces")).text())
                .doesNotContain("核对党员信息采集表");
    }

    @Test
    void aCopyIsTakenAlongAndNoted() throws IOException {
        added("柳成荫", "13900001234");
        MvcTestResult answer = member.post("/account/data/copies");
        assertThat(status(answer)).isEqualTo(200);
        Map<String, String> files = unpacked(answer.getResponse().getContentAsByteArray());
        assertThat(files).containsKeys("register.json", "1/unit.json", "1/organization.people.json");
        assertThat(files.get("1/organization.people.json")).contains("陆知行");
        assertThat(files.get("register.json")).contains("名册上的基本情况");
        assertThat(String.join("", files.values())).doesNotContain("$argon2", "柳成荫", "13900001234");
        assertThat(database.sql("SELECT count(*) FROM audit.identity_entries WHERE account_id = ? AND action = ?")
                        .params(account, "personal.taken")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(status(member.postWith("wrong", "/account/data/copies"))).isEqualTo(403);
    }

    private static Map<String, String> unpacked(byte[] file) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void onPaperStandsTheSame() {
        assertThat(page(member.get("/account/data/print")).text())
                .contains("关于陆知行的信息", "名册上的基本情况", "办公电话 6103", "每一次登录");
    }
}
