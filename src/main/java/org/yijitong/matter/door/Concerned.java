package org.yijitong.matter.door;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.access.Selves;
import org.yijitong.audit.Audit;
import org.yijitong.matter.Act;
import org.yijitong.matter.Flows;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/**
 * What is recorded in matters about somebody, for them alone (本人): where each stands, what was said at every step, and what
 * the flow lets them say to it. Nothing but the account that asks decides whose matters these are; a post opens none.
 */
@Component
@Transactional(readOnly = true)
public class Concerned {
    private final ConcernedMatterStore store;
    private final Selves selves;
    private final Progress progress;
    private final Matters matters;
    private final Flows flows;
    private final Audit audit;

    Concerned(ConcernedMatterStore store, Selves selves, Progress progress, Matters matters, Flows flows, Audit audit) {
        this.store = store;
        this.selves = selves;
        this.progress = progress;
        this.matters = matters;
        this.flows = flows;
        this.audit = audit;
    }

    /** A matter about somebody. */
    public record Line(MatterId matterId, String flow, String title, LocalDate begunOn, boolean open) {}

    /** Those about the holder of an account, in every unit that knows them, of each the latest hundred first. */
    public List<Line> lines(UUID account) {
        return selves.of(account).stream()
                .flatMap(self -> store.lines(self.unit(), self.entries()).stream())
                .toList();
    }

    /**
     * What is recorded of one; that it was opened is logged.
     *
     * @throws NotFound when it is not about the holder of the account
     */
    @Transactional
    public Progress.Shown read(UUID account, MatterId id) {
        Scope scope = scope(account, id);
        audit.record(scope, "matter.readByConcerned", "matter", id.value(), Map.of());
        return progress.shown(scope, id);
    }

    /**
     * Takes a step that the flow leaves to whom it is about.
     *
     * @throws NotFound when it is not about the holder of the account
     * @throws Refused when the step is not theirs to take
     */
    @Transactional
    public void say(UUID account, MatterId id, Act act) {
        Scope scope = scope(account, id);
        boolean theirs = flows.version(matters.find(scope, id).versionId())
                .steps()
                .anyMatch(step -> step.id().equals(act.step()) && step.caller());
        if (!theirs) {
            throw new Refused("matter.refused.concerned");
        }
        matters.step(scope, id, act);
    }

    /** Over the whole unit: it is theirs to see wherever it goes. */
    private Scope scope(UUID account, MatterId id) {
        return selves.of(account).stream()
                .flatMap(self -> found(account, self, id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Stream<Scope> found(UUID account, Selves.Self self, MatterId id) {
        Optional<UUID> root = store.root(self.unit(), id, self.entries());
        return root.map(top -> new Scope(account, self.unit(), top)).stream();
    }
}
