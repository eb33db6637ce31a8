package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.GivenPost;
import org.yijitong.access.Grant;
import org.yijitong.access.Holders;
import org.yijitong.access.NewAccount;
import org.yijitong.access.World;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.Sphere;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** Who of the roster holds an account: taken from the name, corrected by the administrator, kept when entries are joined. */
@ProductTest
@Import(SampleUnit.class)
class HolderTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    Holders holders;

    @Autowired
    People people;

    @Autowired
    Days days;

    @Autowired
    MockMvcTester mvc;

    private SampleUnit.Made made;
    private Browser administrator;

    @BeforeEach
    void anAdministrator() {
        made = sample.make();
        String name = "adm" + UUID.randomUUID().toString().substring(0, 10);
        accounts.create(
                name,
                "江远帆",
                World.PASSWORD,
                List.of(new Grant(
                        "administrator",
                        made.unit().unitId(),
                        made.unit().rootId().value())));
        administrator = new Browser(mvc);
        administrator.signIn(name);
    }

    private UUID opened(String displayName) {
        String name = "acc" + UUID.randomUUID().toString().substring(0, 10);
        String third = made.third().toString();
        assertThat(status(administrator.post(
                        "/accounts",
                        "name",
                        name,
                        "displayName",
                        displayName,
                        "role",
                        "member",
                        "organization",
                        third)))
                .isEqualTo(200);
        return accounts.list(made.scope(), "", 50).stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow()
                .accountId();
    }

    private Scope acting(UUID account) {
        return new Scope(account, made.scope().unit(), made.third().value());
    }

    @Test
    void theOnlyOneOfThatNameIsTaken() {
        UUID account = opened("唐予安");
        assertThat(holders.self(acting(account))).contains(made.person("唐予安"));
        assertThat(page(administrator.get("/accounts/" + account + "/person")).text())
                .contains("现在对应：唐予安，第三党支部");
    }

    @Test
    void ofTwoOfOneNameNoneIsGuessed() {
        added("唐予安");
        UUID account = opened("唐予安");
        assertThat(holders.self(acting(account))).isEmpty();
        assertThat(page(administrator.get("/accounts/" + account + "/person")).select("[name=person]"))
                .hasSize(2);
    }

    @Test
    void theAdministratorSaysWhoItIsAndThatItIsNobody() {
        UUID account = opened("张三");
        String address = "/accounts/" + account + "/person";
        assertThat(holders.self(acting(account))).isEmpty();
        String chosen = made.person("沈南乔").toString();
        assertThat(page(administrator.get(address + "?q=南乔"))
                        .select("[name=person]")
                        .val())
                .isEqualTo(chosen);
        assertThat(status(administrator.post(address, "person", chosen))).isEqualTo(303);
        assertThat(holders.self(acting(account))).contains(made.person("沈南乔"));
        assertThat(status(administrator.post(address))).isEqualTo(303);
        assertThat(holders.self(acting(account))).isEmpty();
    }

    @Test
    void nobodyOfElsewhereIsTaken() {
        UUID account = opened("唐予安");
        SampleUnit.Made elsewhere = sample.make();
        String stranger = elsewhere.person("沈南乔").toString();
        assertThat(status(administrator.post("/accounts/" + account + "/person", "person", stranger)))
                .isEqualTo(422);
        assertThat(status(administrator.post("/accounts/" + account + "/person", "person", "x")))
                .isBetween(400, 499);
        assertThat(status(administrator.get("/accounts/" + UUID.randomUUID() + "/person")))
                .isEqualTo(404);
        assertThat(holders.self(acting(account))).contains(made.person("唐予安"));
    }

    @Test
    void nobodySaysWhoTheyAreThemselves() {
        UUID own = own();
        String somebody = made.person("沈南乔").toString();
        assertThat(status(administrator.post("/accounts/" + own + "/person", "person", somebody)))
                .isEqualTo(409);
        assertThat(holders.self(acting(own))).isEmpty();
    }

    @Test
    void whoeverHasNoPostYetOrOneForATimeIsTakenForNobodyOfThatName() {
        var judge =
                new GivenPost.Asked("judge", made.third().value(), days.today().plusMonths(1));
        assertThat(holders.self(acting(namesake(null)))).isEmpty();
        assertThat(holders.self(acting(namesake(judge)))).isEmpty();
    }

    private UUID namesake(GivenPost.@Nullable Asked post) {
        NewAccount asked = new NewAccount("exp" + UUID.randomUUID().toString().substring(0, 10), "唐予安");
        Scope scope = new Scope(own(), made.scope().unit(), made.scope().top());
        return accounts.create(scope, "administrator", asked, post).account();
    }

    /** Of the administrator. */
    private UUID own() {
        return accounts.list(made.scope(), "", 50).stream()
                .filter(account -> account.displayName().equals("江远帆"))
                .findFirst()
                .orElseThrow()
                .accountId();
    }

    @Test
    void whoseEntryIsJoinedWithAnotherIsFoundByThat() {
        PersonId kept = added("沈南桥");
        UUID account = opened("沈南乔");
        people.merge(made.scope(), made.person("沈南乔"), kept, "录了两次");
        assertThat(holders.self(acting(account))).contains(kept);
    }

    private PersonId added(String name) {
        return people.add(
                made.scope(),
                new People.Newcomer(
                        PersonDetails.named(name),
                        Sphere.PARTY,
                        new Belonging(made.third(), null, MemberKind.FULL, List.of()),
                        LocalDate.of(2020, 1, 1)));
    }
}
