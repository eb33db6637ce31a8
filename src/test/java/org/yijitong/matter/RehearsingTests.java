package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever writes the next version of a flow sees what would come of every running matter, not of the first few. */
class RehearsingTests extends MatterDesk {
    private static final int MANY = 230;

    @Autowired
    FlowPublications publications;

    @Autowired
    Rehearsing rehearsing;

    private final String flow = "rehearsed-" + UUID.randomUUID().toString().substring(0, 8);

    private Flow written(String text) {
        FlowPublications.Checked checked = publications.check(text);
        assertThat(checked.faults()).isEmpty();
        return checked.flow().orElseThrow();
    }

    private MatterId started() {
        return matters.begin(office, top, new Beginning(flow, "建台账", null, Map.of(), Map.of("doer", made.third())));
    }

    @Test
    void allOfThemAreCountedAndTheFirstThatStayAreNamed() {
        assertThat(publications.publish("one.yaml", TurnedFlow.text(flow, 1, today)))
                .isEmpty();
        for (int i = 0; i < MANY; i++) {
            started();
        }
        act(secretary, started(), "report", Map.of(), Map.of());
        Rehearsal found = rehearsing.of(office, written(TurnedFlow.text(flow, 2, today)));
        assertThat(found.counts().stream().mapToLong(Rehearsal.Count::matters).sum())
                .isEqualTo(MANY + 1);
        assertThat(found.counts())
                .filteredOn(count -> count.from().equals("doing"))
                .singleElement()
                .satisfies(count -> {
                    assertThat(count.to()).isNull();
                    assertThat(count.why()).isEqualTo("state");
                    assertThat(count.matters()).isEqualTo(MANY);
                });
        assertThat(found.going() + found.notGoing()).isEqualTo(MANY + 1);
        assertThat(found.staying()).hasSize(Rehearsing.NAMED).allMatch(line -> line.to() == null);
    }

    @Test
    void nobodyElsesMattersAreCounted() {
        assertThat(publications.publish("one.yaml", TurnedFlow.text(flow, 1, today)))
                .isEmpty();
        started();
        Flow next = written(TurnedFlow.text(flow, 2, today));
        assertThat(rehearsing.of(sample.make().scope(), next).counts()).isEmpty();
        assertThat(rehearsing
                        .of(office, written(TurnedFlow.text(flow, 1, today)))
                        .counts())
                .isEmpty();
    }
}
