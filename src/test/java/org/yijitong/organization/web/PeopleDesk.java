package org.yijitong.organization.web;

import static org.yijitong.access.web.Browser.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.organization.Sphere;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;

/** A unit with people, and those who look at them: an officer, a secretary, somebody from above, a stranger. */
@ProductTest
@Import(SampleUnit.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PeopleDesk {

    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    Days days;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Db db;

    @Autowired
    TransactionTemplate transactions;

    Made made;
    Browser officer;
    Browser secretary;
    Browser stranger;
    Browser staff;
    String roster;

    @BeforeAll
    void make() {
        made = sample.make();
        roster = "/units/" + made.unit().unitId() + "/people";
        officer = SignedIn.as(
                mvc, accounts, "officer", made.unit().unitId(), made.unit().rootId());
        secretary = SignedIn.as(mvc, accounts, "secretary", made.unit().unitId(), made.third());
        staff = SignedIn.as(
                mvc, accounts, "staff", made.above().unitId(), made.above().rootId());
        Made elsewhere = sample.make();
        stranger = SignedIn.as(
                mvc,
                accounts,
                "officer",
                elsewhere.unit().unitId(),
                elsewhere.unit().rootId());
    }

    PersonId add(String name, OrganizationId branch) {
        return people.add(
                made.scope(),
                new People.Newcomer(
                        PersonDetails.named(name),
                        Sphere.PARTY,
                        new Belonging(branch, null, MemberKind.FULL, List.of()),
                        LocalDate.of(2020, 1, 1)));
    }

    List<String> names(Browser browser, String query) {
        return page(browser.get(roster + query)).select("tbody th").eachText();
    }

    static Element row(Document page, String name) {
        return page.select("tbody tr").stream()
                .filter(row -> row.select("th").text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What the log says was done about something of the unit, with the detail. */
    List<String> audited(Object subject) {
        return transactions.execute(transaction -> db.in(made.unit().unitId(), """
                        SELECT action || ' ' || detail FROM audit.entries
                        WHERE unit_id = :unit AND subject_id = :subject::uuid ORDER BY entry_id
                        """)
                .bind("subject", subject.toString())
                .list(String.class));
    }

    PersonId id(String name) {
        return Objects.requireNonNull(made.people().get(name));
    }

    String person(String name) {
        return roster + "/" + id(name);
    }
}
