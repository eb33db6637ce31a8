package org.yijitong.personal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.SampleUnit;
import org.yijitong.personal.Register;
import org.yijitong.personal.RegisterWords;
import org.yijitong.shared.Db;
import org.yijitong.shared.Language;

/** What people are told about what is held on them: all the register says, to everyone, in every language. */
@ProductTest
@Import(SampleUnit.class)
class NoticePageTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    Register register;

    @Autowired
    RegisterWords words;

    @Autowired
    Db db;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @EnumSource
    void everyPurposeOfTheRegisterIsToldToEveryone(Language language) {
        sample.make();
        Browser anyone = new Browser(mvc);
        anyone.get("/sign-in");
        anyone.post("/preferences", "lang", language.tag(), "back", "/privacy");
        Document page = Browser.page(anyone.get("/privacy"));
        assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
        assertThat(page.select("tbody tr")).hasSize(register.personal().size());
        register.personal().values().forEach(table -> {
            assertThat(page.text())
                    .contains(
                            words.in(language, table.means()),
                            words.in(language, table.purpose()),
                            words.in(language, table.keep().words()));
            table.sensitive().forEach(column -> assertThat(page.text()).contains(words.in(language, column.means())));
        });
        if (language == Language.EN) {
            page.select("select, footer, header, dl").remove();
            assertThat(page.select("main").text()).doesNotContainPattern("\\p{IsHan}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/hotline", "/complaint"})
    void itIsLinkedWherePeopleGiveSomething(String path) {
        sample.make();
        assertThat(Browser.page(new Browser(mvc).get(path)).select("main a[href^=/privacy]"))
                .hasSize(1);
    }

    @Test
    void theUnitSaysWhomToTurnTo() {
        SampleUnit.Made made = sample.make();
        SampleUnit.Made other = sample.make();
        Browser officer = signedIn("officer", made, made.unit().rootId().value());
        assertThat(Browser.page(officer.get("/account/data")).select("a[href=/privacy]"))
                .hasSize(1);
        assertThat(Browser.page(officer.get("/privacy")).select("a[href=/privacy/contact]"))
                .hasSize(1);
        Document faulty = Browser.page(
                officer.post("/privacy/contact", "key", key(), "office", "机关党委办公室", "phone", " ", "address", ""));
        assertThat(faulty.select("#phone-e")).hasSize(1);
        assertThat(faulty.select("#office").val()).isEqualTo("机关党委办公室");
        String[] fields = {"key", key(), "office", "机关党委办公室", "phone", "020-1234567", "address", "一号楼"};
        assertThat(Browser.location(officer.post("/privacy/contact", fields))).isEqualTo("/privacy");
        officer.post("/privacy/contact", fields);
        everyoneReads(made, other);
        List<UUID> entries = Objects.requireNonNull(
                transaction.execute(_ -> db.in(made.unit().unitId(), """
                        SELECT entry_id FROM audit.entries WHERE unit_id = :unit AND action = 'personal.contact'
                        """).list(UUID.class)));
        assertThat(entries).as("noted, and once for a form that came twice").hasSize(1);
    }

    private void everyoneReads(SampleUnit.Made made, SampleUnit.Made other) {
        Browser anyone = new Browser(mvc);
        String unit = made.unit().unitId().toString();
        assertThat(Browser.page(anyone.get("/privacy?unit=" + unit))
                        .select("dl")
                        .text())
                .contains(made.unit().name(), "机关党委办公室", "020-1234567", "一号楼");
        assertThat(Browser.page(anyone.get("/privacy?unit=" + other.unit().unitId()))
                        .select("dl")
                        .text())
                .contains(other.unit().name(), "还没有填写")
                .doesNotContain("020-1234567");
        assertThat(Browser.status(anyone.get("/privacy?unit=" + UUID.randomUUID())))
                .isEqualTo(404);
        assertThat(Browser.status(anyone.get("/privacy?unit=x"))).isEqualTo(404);
    }

    @Test
    void aMemberReadsTheNoticeOfTheirOwnUnitAndWritesNothing() {
        SampleUnit.Made made = sample.make();
        Browser member = signedIn("member", made, made.third().value());
        Document page =
                Browser.page(member.get("/privacy?unit=" + sample.make().unit().unitId()));
        assertThat(page.select("dl").text()).contains(made.unit().name());
        assertThat(page.select("a[href=/privacy/contact], select[name=unit]")).isEmpty();
        assertThat(Browser.status(member.get("/privacy/contact"))).isEqualTo(404);
        assertThat(Browser.status(member.post("/privacy/contact", "key", key(), "office", "x", "phone", "1")))
                .isEqualTo(404);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Browser signedIn(String role, SampleUnit.Made made, UUID top) {
        String name = role + UUID.randomUUID().toString().substring(0, 10);
        accounts.create(
                name, "江远帆", World.PASSWORD, List.of(new Grant(role, made.unit().unitId(), top)));
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }
}
