package org.yijitong.personal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.MatterEvent;
import org.yijitong.matter.Matters;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Scope;

/** What somebody did is told to them in words, not in codes. */
@ProductTest
@Import(SampleUnit.class)
class OwnDeedsTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    Matters matters;

    @Autowired
    MessageSource messages;

    @Autowired
    MockMvcTester mvc;

    @Test
    void whatTheOwnDeedsWereIsSaidInWords() {
        SampleUnit.Made made = sample.make();
        String name = "own" + UUID.randomUUID().toString().substring(0, 10);
        UUID account = accounts.create(
                name,
                "陆知行",
                World.PASSWORD,
                List.of(new Grant("member", made.unit().unitId(), made.third().value())));
        Browser member = new Browser(mvc);
        member.signIn(name);
        member.post("/account/mail", "address", "lu@example.gov.cn");
        assertThat(page(member.get("/account/mail")).text()).contains("用邮件提醒你", "还没有设发信的服务器");
        assertThat(page(member.get("/account/data/audit.identity_entries")).text())
                .contains("设了提醒邮箱")
                .doesNotContain("mailbox.set");
        matters.begin(
                new Scope(account, made.unit().unitId(), made.third().value()),
                made.third(),
                new Beginning(
                        "first-item-measures",
                        "调研",
                        null,
                        Map.of("studied", "讲话", "measure", "调研", "due", "2027-03-01"),
                        Map.of("responsible", made.third())));
        assertThat(page(member.get("/account/data/matter.events")).text()).contains("哪一类 登记");
        for (MatterEvent.Kind kind : MatterEvent.Kind.values()) {
            String key = "personal.value.matter.events.kind." + kind.name().toLowerCase(Locale.ROOT);
            assertThat(messages.getMessage(key, null, Locale.ROOT)).as(key).isNotBlank();
        }
    }
}
