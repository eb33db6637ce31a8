package org.yijitong.matter;

import java.util.List;
import java.util.stream.Stream;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.Flow.Party;
import org.yijitong.matter.Flow.Step;

/**
 * A party that is not in this installation, or in another unit of it, and is written in words. What would be its to do is
 * done for it by the host, with whoever answered for it and how, so that a matter never waits for nobody.
 */
public final class Outside {
    /** What follows the identifier of a party where its name is answered in words. */
    public static final String WORDS = "-outside";

    private Outside() {}

    /** Every field that asks who answered for a party that is outside, and how. */
    public static Stream<Field> fields(Flow flow) {
        return flow.parties().stream().flatMap(party -> party.outside().stream());
    }

    /** A step with all that it asks where the matter is: one done for a party that is outside asks who answered for it. */
    public static Step asked(Flow flow, Matter matter, Step step) {
        List<Field> more = flow.state(matter.state())
                .map(Flow.State::owner)
                .filter(owner -> matter.known().outside().containsKey(owner.of()))
                .flatMap(owner -> flow.party(owner.of()))
                .map(Party::outside)
                .orElse(List.of());
        return more.isEmpty() ? step : with(step, more);
    }

    private static Step with(Step step, List<Field> more) {
        return new Step(
                step.id(),
                step.name(),
                step.to(),
                Stream.concat(step.asks().stream(), more.stream()).toList(),
                step.evidence(),
                step.chooses(),
                step.verifies(),
                step.notBefore(),
                step.caller(),
                step.checks(),
                step.spot());
    }
}
