package org.yijitong.matter.door;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.matter.Act;
import org.yijitong.matter.Board;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowVersion;
import org.yijitong.matter.Flows;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterEvent;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** How far something is that was raised at the door, for whoever raised it; and what they say to the answer. */
@Component
public class Progress {
    /** What leads nowhere, looked for as if it did: an unknown code costs what a known one costs. */
    private static final DoorStore.Receipt NOWHERE = new DoorStore.Receipt(
            new UnitId(new UUID(0, 0)), new MatterId(new UUID(0, 0)), "", java.time.Instant.EPOCH);

    private final DoorStore store;
    private final Matters matters;
    private final Board board;
    private final Flows flows;
    private final Days days;

    Progress(DoorStore store, Matters matters, Board board, Flows flows, Days days) {
        this.store = store;
        this.matters = matters;
        this.board = board;
        this.flows = flows;
        this.days = days;
    }

    /**
     * What is shown of it.
     *
     * @param owner the name of the organization that has it; empty when nothing can be done
     * @param flow the version that it stands under
     * @param versions of its flow: what happened under another one is told in the words of that one
     * @param events what happened, the latest first
     */
    public record Shown(Matter matter, Flow flow, List<Flow> versions, String owner, List<MatterEvent> events) {}

    /** By receipt code, written in any way; nothing when there is none. */
    public Optional<Shown> look(String code) {
        try {
            return Optional.of(shown(store.byHash(ReceiptCodes.hash(code)).orElse(NOWHERE)));
        } catch (NotFound _) {
            return Optional.empty();
        }
    }

    /** @throws NotFound when the account did not raise it, or did not wish to be known */
    public Shown own(CurrentUser user, MatterId matter) {
        return shown(store.ofAccount(user.account(), matter).orElseThrow(NotFound::new));
    }

    /** @throws NotFound when no receipt has this code */
    public void say(String code, Act act) {
        step(store.byHash(ReceiptCodes.hash(code)).orElse(NOWHERE), act);
    }

    /** @throws NotFound when the account did not raise it, or did not wish to be known */
    public void sayOwn(CurrentUser user, MatterId matter, Act act) {
        step(store.ofAccount(user.account(), matter).orElseThrow(NotFound::new), act);
    }

    private void step(DoorStore.Receipt receipt, Act act) {
        Act kept = new Act(act.revision(), act.step(), act.answers(), act.parties(), Doors.kept(act.key()));
        days.momentless(() -> matters.step(scope(receipt), receipt.matterId(), kept));
    }

    private Shown shown(DoorStore.Receipt receipt) {
        return shown(scope(receipt), receipt.matterId());
    }

    /** @throws NotFound when the scope does not reach it */
    Shown shown(Scope scope, MatterId id) {
        Matter matter = matters.find(scope, id);
        OrganizationId owner = matter.owner();
        String name =
                owner == null ? "" : board.names(scope, List.of(owner.value())).getOrDefault(owner.value(), "");
        return new Shown(
                matter,
                flows.version(matter.versionId()),
                flows.versions(matter.flow()).stream().map(FlowVersion::flow).toList(),
                name,
                board.history(scope, matter));
    }

    /** Over the whole unit: whoever raised it sees it wherever it goes. */
    private Scope scope(DoorStore.Receipt receipt) {
        UUID root = store.unit(receipt.unitId())
                .map(unit -> unit.rootId().value())
                .orElse(receipt.unitId().value());
        return new Scope(Act.CALLER, receipt.unitId(), root);
    }
}
