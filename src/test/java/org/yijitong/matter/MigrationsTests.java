package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Moment;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Running matters moved to another version of their flow: looked at, agreed to by a second person, never stuck. */
class MigrationsTests extends MatterDesk {
    @Autowired
    FlowPublications publications;

    @Autowired
    Migrations migrations;

    private final String flow = "turned-" + UUID.randomUUID().toString().substring(0, 8);
    private Scope second;

    @BeforeEach
    void publish() {
        second = new Scope(UUID.randomUUID(), office.unit(), office.top());
        assertThat(publications.publish("one.yaml", TurnedFlow.text(flow, 1, today)))
                .isEmpty();
    }

    private void publishTheOther() {
        assertThat(publications.publish("two.yaml", TurnedFlow.text(flow, 2, today)))
                .isEmpty();
    }

    private MatterId started() {
        return matters.begin(office, top, new Beginning(flow, "建台账", null, Map.of(), Map.of("doer", made.third())));
    }

    private MatterId startedBefore(int days) {
        MatterId[] id = new MatterId[1];
        Moment.at(
                today.minusDays(days).atTime(9, 0).atZone(Days.SHANGHAI).toInstant(),
                new Random(UUID.randomUUID().getLeastSignificantBits()),
                () -> id[0] = started());
        return id[0];
    }

    /** Under the second version. */
    private MatterId helpedBefore(int days) {
        MatterId[] id = new MatterId[1];
        Map<String, OrganizationId> parties = Map.of("doer", made.third(), "helper", made.other());
        Moment.at(
                today.minusDays(days).atTime(9, 0).atZone(Days.SHANGHAI).toInstant(),
                new Random(UUID.randomUUID().getLeastSignificantBits()),
                () -> id[0] = matters.begin(office, top, new Beginning(flow, "建台账", null, Map.of(), parties)));
        return id[0];
    }

    private Migration migration(Map<String, String> states) {
        return new Migration(flow, 1, 2, states);
    }

    @Test
    void whatWouldComeOfItIsShownAndNothingIsStored() {
        MatterId doing = startedBefore(5);
        publishTheOther();
        Migration.Preview bare = migrations.preview(office, migration(Map.of()));
        assertThat(bare.moved()).isEmpty();
        assertThat(bare.stayed())
                .singleElement()
                .satisfies(line -> assertThat(line.why()).isEqualTo("state"));
        assertThatThrownBy(() -> migrations.propose(office, migration(Map.of())))
                .isInstanceOf(Refused.class);
        Migration.Preview told = migrations.preview(office, migration(Map.of("doing", "carrying-out")));
        assertThat(told.stayed())
                .singleElement()
                .satisfies(line -> assertThat(line.what()).isEqualTo("helper"));
        assertThat(matters.find(office, doing).state()).isEqualTo("doing");
    }

    @Test
    void whatIsMissingFurtherOnKeepsAMatterWhereItIs() {
        started();
        publishTheOther();
        assertThatThrownBy(() -> migrations.preview(office, migration(Map.of("nowhere", "reported"))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> migrations.preview(office, migration(Map.of("doing", "nowhere"))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> migrations.preview(office, new Migration(flow, 1, 7, Map.of())))
                .isInstanceOf(NotFound.class);
        assertThat(migrations
                        .preview(office, migration(Map.of("doing", "closed")))
                        .stayed())
                .singleElement()
                .satisfies(line -> assertThat(line.why()).isEqualTo("closing"));
        assertThat(migrations
                        .preview(office, migration(Map.of("doing", "reported")))
                        .stayed())
                .singleElement()
                .satisfies(line -> assertThat(line.why()).isIn("party", "step"));
    }

    /** From the second version to the first, in which nothing is missing. */
    @Test
    void aDeadlineRunsFromWhereItAlwaysRanAndTwoPersonsAreNeeded() {
        publishTheOther();
        MatterId id = helpedBefore(5);
        assertThat(matters.find(office, id).dueOn()).isEqualTo(today.plusDays(15));
        Migration back = new Migration(flow, 2, 1, Map.of("carrying-out", "doing"));
        assertThat(migrations.preview(office, back).moved()).singleElement().satisfies(line -> {
            assertThat(line.before()).isEqualTo(today.plusDays(15));
            assertThat(line.after()).isEqualTo(today.plusDays(4));
        });
        UUID proposal = migrations.propose(office, back);
        assertThatThrownBy(() -> migrations.end(office, proposal, true)).isInstanceOf(Refused.class);
        int read = matters.find(office, id).revision();
        migrations.end(second, proposal, true);
        Matter moved = matters.find(office, id);
        assertThat(moved.state()).isEqualTo("doing");
        assertThat(moved.dueOn()).isEqualTo(today.plusDays(4));
        assertThat(moved.owner()).isEqualTo(made.third());
        assertThat(board.history(office, moved))
                .extracting(MatterEvent::kind)
                .containsExactly(MatterEvent.Kind.MIGRATED, MatterEvent.Kind.BEGUN);
        assertThatThrownBy(() -> matters.step(secretary, id, new Act(read, "report", Map.of(), Map.of(), "old")))
                .isInstanceOf(Overtaken.class);
        act(secretary, id, "report", Map.of(), Map.of());
        assertThatThrownBy(() -> migrations.end(second, proposal, true)).isInstanceOf(Refused.class);
        assertThat(migrations.find(office, proposal).end())
                .satisfies(
                        end -> assertThat(end).isNotNull().extracting("moved").isEqualTo(1));
    }

    @Test
    void whatAnotherUnitProposedIsNotThere() {
        started();
        publishTheOther();
        assertThatThrownBy(() -> migrations.find(office, UUID.randomUUID())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> migrations.end(office, UUID.randomUUID(), true))
                .isInstanceOf(NotFound.class);
        assertThat(migrations.running(office))
                .anySatisfy(each -> assertThat(each.flow()).isEqualTo(flow));
    }
}
