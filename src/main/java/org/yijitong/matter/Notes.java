package org.yijitong.matter;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Oneself;
import org.yijitong.shared.Scope;
import tools.jackson.databind.json.JsonMapper;

/** Writes into the history of a matter that is held what is no step: parts, mergers, what else it serves. */
@Component
class Notes {
    private final EventStore store;
    private final Oneself oneself;
    private final Clock clock;
    private final JsonMapper json;

    Notes(EventStore store, Oneself oneself, Clock clock, JsonMapper json) {
        this.store = store;
        this.oneself = oneself;
        this.clock = clock;
        this.json = json;
    }

    /** A page of the matter that was read before still holds. */
    void beside(Scope scope, MatterId matter, MatterEvent.Kind kind, Map<String, String> told) {
        add(scope, matter, kind, false, told);
    }

    /** A page of the matter that was read before no longer holds. */
    void overtaking(Scope scope, MatterId matter, MatterEvent.Kind kind, Map<String, String> told) {
        add(scope, matter, kind, true, told);
    }

    private void add(Scope scope, MatterId matter, MatterEvent.Kind kind, boolean overtakes, Map<String, String> told) {
        String answers = json.writeValueAsString(told);
        store.add(
                scope,
                matter,
                new EventStore.Note(kind, overtakes, answers, oneself.in(scope).orElse(null), clock.instant()));
    }
}
