package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Drafts;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.Records;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** What matters serve: decisions of records, directives; several for one. */
class SourcesTests extends MatterDesk {
    @Autowired
    Sources sources;

    @Autowired
    Records records;

    private RecordId decided(Scope scope) {
        Draft draft = Drafts.of(today, ActivityKind.COMMITTEE_MEETING);
        return records.record(
                scope,
                new OrganizationId(scope.top()),
                new Draft(
                        draft.occasion(),
                        draft.sides(),
                        draft.attendance(),
                        new Draft.Content(
                                draft.content().agenda(),
                                draft.content().minutes(),
                                List.of(new Draft.Decision("拿出接口清单", null, today.plusDays(20)))),
                        draft.further()));
    }

    @Test
    void aDecisionIsFollowedFromItsRecordToTheEnd() {
        RecordId record = decided(office);
        Cause cause = sources.decided(office, record.value(), 1);
        assertThat(cause.words()).isEqualTo("拿出接口清单");
        assertThat(cause.study()).isEqualTo("学习全会精神");
        assertThat(cause.due()).isEqualTo(today.plusDays(20));
        MatterId id = begun();
        sources.begun(office, id, cause);
        assertThat(sources.followed(office, record)).singleElement().satisfies(followed -> {
            assertThat(followed.matterId()).isEqualTo(id);
            assertThat(followed.decision()).isEqualTo(1);
            assertThat(followed.closed()).isFalse();
        });
        assertThat(sources.followed(secretary, record)).isEmpty();
        assertThat(sources.of(office, matters.find(office, id)))
                .singleElement()
                .satisfies(served -> assertThat(served.line()).isPresent());
    }

    @Test
    void oneMatterServesSeveralAndTheSameOnlyOnce() {
        MatterId id = begun();
        RecordId record = decided(office);
        sources.link(office, id, sources.decided(office, record.value(), 0));
        sources.link(office, id, Sources.directive("省委督查室〔2026〕3 号"));
        sources.link(office, id, Sources.directive("省委督查室〔2026〕3 号"));
        assertThat(sources.of(office, matters.find(office, id))).hasSize(2);
        assertThat(board.history(office, matters.find(office, id)))
                .extracting(MatterEvent::kind)
                .containsExactly(MatterEvent.Kind.LINKED, MatterEvent.Kind.LINKED, MatterEvent.Kind.BEGUN);
    }

    @Test
    void onlyWhatMayBeReadAndStandsIsServed() {
        RecordId far =
                decided(new Scope(office.account(), office.unit(), made.other().value()));
        assertThatThrownBy(() -> sources.decided(secretary, far.value(), 0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> sources.decided(office, far.value(), 2)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> sources.decided(office, UUID.randomUUID(), 0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Sources.directive(" ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Sources.directive("长".repeat(501))).isInstanceOf(Invalid.class);
        MatterId id = begun();
        assertThatThrownBy(() -> sources.link(secretary, id, Sources.directive("x")))
                .isInstanceOf(NotFound.class);
        sources.link(office, id, sources.decided(office, far.value(), 1));
        act(
                office,
                id,
                "assign",
                Map.of("measures", "补学", "due", today.plusDays(9).toString()),
                Map.of("responsible", made.third()));
        assertThat(sources.of(secretary, matters.find(secretary, id)))
                .singleElement()
                .satisfies(served -> assertThat(served.line()).isEmpty());
    }
}
