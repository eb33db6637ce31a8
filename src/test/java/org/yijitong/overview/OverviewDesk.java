package org.yijitong.overview;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.Grants;
import org.yijitong.access.SignedIn;
import org.yijitong.access.Tokens;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Drafts;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.Records;
import org.yijitong.ledger.Openings;
import org.yijitong.mechanism.SampleDuties;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.Moment;
import org.yijitong.shared.UnitId;

/**
 * A unit that was written down seven months ago and owes the sample duties: its third branch held its committee meeting
 * two months ago and none last month; this month is open.
 */
@ProductTest
@Import({SampleUnit.class, SampleDuties.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OverviewDesk {
    protected static final String RULE = "rule=" + SampleDuties.MECHANISM;

    @Autowired
    protected SampleUnit sample;

    @Autowired
    protected SampleDuties duties;

    @Autowired
    protected Records records;

    @Autowired
    protected Openings openings;

    @Autowired
    protected Accounts accounts;

    @Autowired
    protected Grants grants;

    @Autowired
    protected Tokens tokens;

    @Autowired
    protected Days days;

    @Autowired
    protected MockMvcTester mvc;

    protected LocalDate today;
    protected LocalDate missed;
    protected LocalDate met;
    protected Made made;
    protected String base;
    protected String third;
    protected Browser secretary;
    protected Browser officer;

    @BeforeAll
    void begin() {
        duties.publish();
        today = days.today();
        missed = today.withDayOfMonth(1).minusMonths(1);
        met = missed.minusMonths(1).plusDays(14);
        made = made();
        at(met, () -> record(met, ActivityKind.COMMITTEE_MEETING));
        at(missed, () -> openings.open(made.unit().unitId()));
        base = "/units/" + made.unit().unitId();
        third = base + "/organizations/" + made.third();
        secretary = as("secretary", made.unit().unitId(), made.third());
        officer = as("officer", made.unit().unitId(), made.unit().rootId());
        openings.open(made.unit().unitId());
    }

    private Made made() {
        List<Made> units = new ArrayList<>();
        at(today.minusMonths(7), () -> units.add(sample.make()));
        return units.getFirst();
    }

    /** As if it were noon of a day. */
    protected static void at(LocalDate day, Runnable work) {
        Instant noon = day.atTime(12, 0).atZone(Days.SHANGHAI).toInstant();
        Moment.at(noon.plus(Duration.ofSeconds(1)), new Random(day.toEpochDay() ^ System.nanoTime()), work);
    }

    /** The third branch records an activity. */
    protected RecordId record(LocalDate day, ActivityKind... kinds) {
        return records.record(made.branch(), made.third(), Drafts.of(day, kinds));
    }

    protected Browser as(String role, UnitId unit, OrganizationId top) {
        String name = name();
        accounts.create(name, name + "同志", World.PASSWORD, List.of(new Grant(role, unit, top.value())));
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }

    private static String name() {
        return "over" + UUID.randomUUID().toString().substring(0, 12);
    }

    /** A program of such a post asks. */
    protected MvcTestResult asked(String role, UnitId unit, OrganizationId top, String path) {
        String name = name();
        UUID account = accounts.create(name, name, World.PASSWORD, List.of(new Grant(role, unit, top.value())));
        UUID grant = grants.of(account).getFirst().grantId();
        String token = tokens.create(new SignedIn(account, name, SignedIn.Due.NOTHING, null, null), grant, "test", 1);
        return mvc.get()
                .uri(URI.create(path))
                .header("Authorization", "Bearer " + token)
                .exchange();
    }
}
