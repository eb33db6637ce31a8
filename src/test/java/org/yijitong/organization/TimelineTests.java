package org.yijitong.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yijitong.shared.Days;

class TimelineTests {
    private static final LocalDate D1 = LocalDate.of(2024, 1, 19);
    private static final LocalDate D2 = LocalDate.of(2025, 7, 1);
    private static final LocalDate D3 = LocalDate.of(2026, 3, 2);

    private final Timeline<String> founded = Timeline.<String>empty().put(D1, Days.FOREVER, "old");

    @Test
    void nothingIsThereBeforeTheFirstDayNorOnTheLastExclusiveOne() {
        Timeline<String> closed = founded.without(D3, Days.FOREVER);
        assertThat(closed.at(D1.minusDays(1))).isEmpty();
        assertThat(closed.at(D3.minusDays(1))).contains("old");
        assertThat(closed.at(D3)).isEmpty();
    }

    @Test
    void aChangeHoldsUntilTheNextChangeOfTheSameAttribute() {
        Timeline<String> known = founded.change(D3, Function.identity(), value -> "newest");
        Timeline<String> between = known.change(D2, Function.identity(), value -> "middle");
        assertThat(between.segments())
                .containsExactly(
                        new Segment<>(D1, D2, "old"),
                        new Segment<>(D2, D3, "middle"),
                        new Segment<>(D3, Days.FOREVER, "newest"));
    }

    @Test
    void equalNeighboursAreJoined() {
        assertThat(founded.put(D2, D3, "other").put(D2, D3, "old")).isEqualTo(founded);
    }

    @Test
    void aChangeThatCameEarlierThanRecordedTakesDaysFromItsNeighbour() {
        Timeline<String> renamed = founded.change(D3, Function.identity(), value -> "new");
        assertThat(renamed.rewrite(D3, D2, "new").segments())
                .containsExactly(new Segment<>(D1, D2, "old"), new Segment<>(D2, Days.FOREVER, "new"));
    }

    @Test
    void aChangeThatCameLaterThanRecordedGivesDaysToItsNeighbour() {
        Timeline<String> renamed = founded.change(D2, Function.identity(), value -> "new");
        assertThat(renamed.rewrite(D2, D3, "new").segments())
                .containsExactly(new Segment<>(D1, D3, "old"), new Segment<>(D3, Days.FOREVER, "new"));
        assertThat(founded.rewrite(D1, D2, "old").segments()).containsExactly(new Segment<>(D2, Days.FOREVER, "old"));
    }

    @Test
    void overlappingSegmentsAreRefused() {
        assertThatThrownBy(() ->
                        new Timeline<>(List.of(new Segment<>(D1, D3, "one"), new Segment<>(D2, Days.FOREVER, "two"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
