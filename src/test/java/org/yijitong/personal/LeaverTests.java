package org.yijitong.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;
import org.yijitong.ProductTest;
import org.yijitong.access.MovableClock;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Identities;
import org.yijitong.organization.Leaving;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Persons;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.Sex;
import org.yijitong.organization.Sphere;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;

/** What was held on people is gone a year after they left, but for what the history of organizations needs. */
@ProductTest
@Import({SampleUnit.class, PurgeTime.class})
class LeaverTests {
    @Autowired
    MovableClock clock;

    @Autowired
    SampleUnit sample;

    @Autowired
    People people;

    @Autowired
    Persons persons;

    @Autowired
    Identities identities;

    @Autowired
    Register register;

    @Autowired
    Purge purge;

    @Autowired
    Days days;

    @Autowired
    Db db;

    @Autowired
    TransactionOperations transaction;

    private SampleUnit.Made made;

    @BeforeEach
    void aUnit() {
        made = sample.make();
    }

    private static PersonDetails details(String name, String phone) {
        return new PersonDetails(
                name,
                Sex.FEMALE,
                "汉族",
                "岭海",
                LocalDate.of(1990, 3, 7),
                LocalDate.of(2012, 7, 1),
                LocalDate.of(2013, 7, 1),
                LocalDate.of(2011, 7, 1),
                "研究生",
                phone,
                "6104",
                "处长",
                "备注");
    }

    private PersonId added(String name) {
        return people.addAll(
                        made.scope(),
                        List.of(new People.Newcomer(
                                details(name, "13900001234"),
                                Sphere.PARTY,
                                new Belonging(made.third(), null, MemberKind.FULL, List.of()),
                                LocalDate.of(2012, 7, 1))))
                .getFirst();
    }

    /** With a number somebody looked at, and a telephone that was another before. */
    private PersonId withEverything(String name, String number) {
        PersonId person = added(name);
        identities.keep(made.scope(), person, number);
        int revision = persons.find(made.scope(), person).revision();
        people.amend(made.scope(), person, details(name, "13900009999"), revision, null);
        identities.reveal(made.scope(), person, "核对党员信息采集表");
        return person;
    }

    private void pass(int more) {
        clock.move(Duration.ofDays(more));
        purge.run();
    }

    private int kept() {
        return register.table("organization.people").orElseThrow().keep().days();
    }

    private <T> List<T> rows(String statement, UUID id, Class<T> type) {
        return Objects.requireNonNull(transaction.execute(
                _ -> db.in(made.unit().unitId(), statement).bind("id", id).list(type)));
    }

    /** All that is said about somebody's changes and looks at them. */
    private String said(PersonId person) {
        return String.join("", rows("""
                SELECT coalesce(detail::text, '') FROM organization.person_changes
                WHERE unit_id = :unit AND person_id = :id
                UNION ALL
                SELECT coalesce(detail::text, '') FROM audit.entries WHERE unit_id = :unit AND subject_id = :id
                """, person.value(), String.class));
    }

    private List<String> done(UUID subject) {
        return rows("""
                SELECT action FROM audit.entries WHERE unit_id = :unit AND subject_id = :id
                """, subject, String.class);
    }

    @Test
    void whoLeftIsForgottenAfterTheLastDay() {
        PersonId gone = withEverything("柳成荫", "990104199003071236");
        PersonId stays = withEverything("柳成行", "990104199003071244");
        people.leave(made.scope(), gone, Leaving.TRANSFER, days.today(), null);
        pass(kept());
        assertThat(persons.find(made.scope(), gone).details()).isEqualTo(details("柳成荫", "13900009999"));
        pass(1);
        PersonDetails left = new PersonDetails(
                "柳成荫",
                null,
                null,
                null,
                null,
                LocalDate.of(2012, 7, 1),
                LocalDate.of(2013, 7, 1),
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(persons.find(made.scope(), gone).details()).isEqualTo(left);
        assertThat(identities.masked(made.scope(), List.of(gone, stays))).containsOnlyKeys(stays);
        assertThat(said(gone)).doesNotContain("1390000", "核对");
        assertThat(persons.find(made.scope(), stays).details()).isEqualTo(details("柳成行", "13900009999"));
        assertThat(said(stays)).contains("13900001234", "核对党员信息采集表");
    }

    @Test
    void whereTheyBelongedAndWhoDidWhatStaysAndTheSecondRunFindsNothing() {
        PersonId gone = withEverything("柳成林", "990104199003071252");
        people.leave(made.scope(), gone, Leaving.TRANSFER, days.today(), null);
        var before = persons.life(made.scope(), gone);
        pass(kept() + 1);
        assertThat(persons.life(made.scope(), gone)).isEqualTo(before);
        assertThat(done(gone.value())).contains("person.numberRevealed", "person.amended", "entries.erased");
        List<String> noted = done(made.unit().unitId().value());
        assertThat(noted).contains("personal.purged");
        purge.run();
        assertThat(done(made.unit().unitId().value())).isEqualTo(noted);
    }

    @Test
    void whoCameBackInTimeIsNotForgotten() {
        PersonId back = added("柳成海");
        people.leave(made.scope(), back, Leaving.LEFT, days.today(), null);
        clock.move(Duration.ofDays(kept()));
        people.place(
                made.scope(),
                back,
                Sphere.PARTY,
                new Belonging(made.other(), null, MemberKind.FULL, List.of()),
                days.today());
        pass(2);
        assertThat(persons.find(made.scope(), back).details()).isEqualTo(details("柳成海", "13900001234"));
    }

    @Test
    void whatAChangeSaidCanBeTakenOutAndNeverSaidOtherwise() {
        PersonId person = added("柳成山");
        int revision = persons.find(made.scope(), person).revision();
        people.amend(made.scope(), person, details("柳成山", "13900009999"), revision, null);
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ ->
                        db.in(made.unit().unitId(), """
                        UPDATE organization.person_changes SET detail = '{"phone.after": "1"}'
                        WHERE unit_id = :unit AND person_id = :person
                        """).bind("person", person).run()))
                .hasStackTraceContaining("erased_only");
    }

    @Test
    void aWrongYearCanBeMendedForAMonth() {
        PersonId gone = added("柳成溪");
        people.leave(made.scope(), gone, Leaving.TRANSFER, days.today().minusDays(400), null);
        purge.run();
        assertThat(persons.find(made.scope(), gone).details()).isEqualTo(details("柳成溪", "13900001234"));
        assertThat(due().today()).isZero();
        pass(5);
        assertThat(due().today()).isZero();
        assertThat(due().later()).isEqualTo(1);
        pass(25);
        assertThat(persons.find(made.scope(), gone).details()).isEqualTo(details("柳成溪", "13900001234"));
        pass(1);
        assertThat(persons.find(made.scope(), gone).details().phone()).isNull();
    }

    private Purge.Due due() {
        return purge.due(made.unit().unitId()).stream()
                .filter(each -> each.table().name().equals("organization.people"))
                .findFirst()
                .orElseThrow();
    }
}
