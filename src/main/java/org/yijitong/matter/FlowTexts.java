package org.yijitong.matter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yijitong.mechanism.DraftKind;
import org.yijitong.mechanism.DraftReach;
import org.yijitong.shared.UnitId;
import org.yijitong.yaml.DocumentFault;

/** Flows, as they are written in the browser, and in which units matters begin under them. */
@Component
public class FlowTexts implements DraftKind {
    private final FlowStore store;
    private final FlowPublications publications;
    private final Flows flows;
    private final DraftReach reach;

    FlowTexts(FlowStore store, FlowPublications publications, Flows flows, DraftReach reach) {
        this.store = store;
        this.publications = publications;
        this.flows = flows;
        this.reach = reach;
    }

    @Override
    public String word() {
        return "flow";
    }

    @Override
    public Read read(String text) {
        FlowPublications.Checked checked = publications.check(text);
        return new Read(checked.faults(), checked.flow().map(Flow::head).map(FlowTexts::head));
    }

    private static Head head(FlowHead head) {
        return new Head(head.id(), head.version(), head.name().chinese(), head.until(), head.units());
    }

    @Override
    public Optional<String> latest(String id) {
        return store.latest(id);
    }

    @Override
    public int newest(String id) {
        flows.catchUp();
        return flows.versions(id).stream()
                .mapToInt(each -> each.flow().head().version())
                .max()
                .orElse(0);
    }

    @Override
    public String whole() {
        return "matter.draft.refused.whole";
    }

    @Override
    public Stream<Set<String>> bound(String id) {
        flows.catchUp();
        return flows.versions(id).stream().map(each -> each.flow().head().units());
    }

    @Override
    public List<DocumentFault> publish(String title, String text) {
        return publications.publish(title, text);
    }

    /** Those of some flows under which matters begin in a unit, as {@link #binds} says of one. */
    public List<FlowVersion> binding(List<FlowVersion> versions, UnitId unit) {
        var binds = reach.bindingUnits(unit);
        return versions.stream()
                .filter(each -> binds.test(each.flow().head().units()))
                .toList();
    }

    /** Whether matters begin under a flow in a unit: it names none, or the unit itself or one above it. */
    public boolean binds(Flow flow, UnitId unit) {
        return flow.head().units().isEmpty()
                || reach.bindingUnits(unit).test(flow.head().units());
    }
}
