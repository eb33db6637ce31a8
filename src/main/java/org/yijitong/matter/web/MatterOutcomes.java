package org.yijitong.matter.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yijitong.activity.Outcomes;
import org.yijitong.activity.RecordId;
import org.yijitong.matter.Flows;
import org.yijitong.matter.Sources;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/** Tells the page of a record which matters came of it, and where they are. */
@Component
class MatterOutcomes implements Outcomes {
    private final Sources sources;
    private final Flows flows;

    MatterOutcomes(Sources sources, Flows flows) {
        this.sources = sources;
        this.flows = flows;
    }

    @Override
    public List<Outcome> of(Scope scope, RecordId record, Words words) {
        MatterAddress at = new MatterAddress(scope.unit());
        return sources.followed(scope, record).stream()
                .map(each -> new Outcome(
                        each.decision(),
                        each.title(),
                        flows.version(each.versionId())
                                .state(each.state())
                                .map(state -> state.name().in(words.language()))
                                .orElse(each.state()),
                        each.day(),
                        each.closed(),
                        each.late(),
                        at.matter(each.matterId())))
                .toList();
    }

    @Override
    public String beginning(Scope scope, OrganizationId host, RecordId record, int decision) {
        return new MatterAddress(scope.unit()).begin(host) + "/new?record=" + record + "&decision=" + decision;
    }
}
