package org.yijitong.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ProductTest;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** A joint activity of two units: each side among its own rows, counted when its secretary says so. */
@ProductTest
@Import(SampleUnit.class)
@Transactional
class InvitationsTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Records records;

    @Autowired
    Invitations invitations;

    @Autowired
    Db db;

    @Autowired
    Days days;

    private Made host;
    private Made guest;

    @BeforeEach
    void make() {
        host = sample.make();
        guest = sample.make();
    }

    private Draft joint(String name) {
        Draft draft = Drafts.of(days.today().minusDays(3), ActivityKind.JOINT);
        Draft.Sides sides =
                new Draft.Sides(List.of(), List.of(new Draft.Guest(guest.unit().unitId(), name)));
        return new Draft(draft.occasion(), sides, draft.attendance(), draft.content(), draft.further());
    }

    private record Told(String organizationId, String day, String present, String partners) {}

    private List<Told> told(UnitId unit) {
        return db.in(unit, """
                        SELECT f.organization_id::text, f.happened_on::text AS day, f.fields ->> 'present' AS present,
                               f.fields ->> 'partners' AS partners
                        FROM ledger.facts f
                        WHERE f.unit_id = :unit AND NOT EXISTS (SELECT FROM ledger.retractions r
                            WHERE r.unit_id = :unit AND r.fact_id = f.fact_id)
                        """).list(Told.class);
    }

    @Test
    void aGuestCountsOnTheDayItWasHeldOnceItsSecretarySaysSo() {
        RecordId record = records.record(host.branch(), host.third(), joint("第三党支部"));
        assertThat(told(guest.unit().unitId())).isEmpty();
        Invitation asked = invitations.open(guest.branch()).getFirst();
        assertThat(asked.organizationId()).isEqualTo(guest.third());
        invitations.confirm(guest.branch(), asked.invitationId(), guest.third(), List.of(guest.person("周晓岚")));
        assertThat(told(guest.unit().unitId()))
                .containsExactly(new Told(
                        guest.third().toString(), days.today().minusDays(3).toString(), "8", "1"));
        assertThat(invitations.open(guest.branch())).isEmpty();
        assertThat(invitations.answers(host.branch(), record))
                .containsValue(true)
                .hasSize(1);
        assertThatThrownBy(() -> invitations.decline(guest.branch(), asked.invitationId()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatTheHostCorrectsOrWithdrawsReachesItsGuests() {
        RecordId record = records.record(host.branch(), host.third(), joint("第三党支部"));
        Invitation asked = invitations.open(guest.branch()).getFirst();
        invitations.confirm(guest.branch(), asked.invitationId(), guest.third(), List.of());
        Draft before = joint("第三党支部");
        Draft.Occasion occasion = before.occasion();
        Draft later = new Draft(
                new Draft.Occasion(occasion.kinds(), days.today(), null, null, "", ""),
                before.sides(),
                before.attendance(),
                before.content(),
                before.further());
        records.correct(host.branch(), record, 1, later, "日子记错了");
        assertThat(told(guest.unit().unitId()))
                .extracting(Told::day)
                .containsExactly(days.today().toString());
        records.withdraw(host.branch(), record, 2, "没有办");
        assertThat(told(guest.unit().unitId())).isEmpty();
        assertThat(told(host.unit().unitId())).isEmpty();
    }

    @Test
    void onlyWhomItNamesAndTheTopOfTheUnitSeeIt() {
        records.record(host.branch(), host.third(), joint("一支部的同志"));
        assertThat(invitations.open(guest.branch())).isEmpty();
        Invitation asked = invitations.open(guest.scope()).getFirst();
        assertThat(asked.organizationId()).isNull();
        Scope branch = guest.branch();
        assertThatThrownBy(() -> invitations.find(branch, asked.invitationId())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> invitations.find(host.scope(), asked.invitationId()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> invitations.confirm(
                        guest.scope(), asked.invitationId(), guest.other(), List.of(guest.person("周晓岚"))))
                .isInstanceOf(Invalid.class);
        invitations.confirm(guest.scope(), asked.invitationId(), guest.other(), List.of());
        assertThat(told(guest.unit().unitId())).hasSize(1);
    }

    @Test
    void aUnitThatIsNoneIsRefused() {
        Draft draft = joint("某支部");
        Draft.Sides nowhere =
                new Draft.Sides(List.of(), List.of(new Draft.Guest(new UnitId(java.util.UUID.randomUUID()), "某支部")));
        Draft wrong = new Draft(draft.occasion(), nowhere, draft.attendance(), draft.content(), draft.further());
        assertThatThrownBy(() -> records.record(host.branch(), host.third(), wrong))
                .isInstanceOf(Invalid.class);
    }
}
