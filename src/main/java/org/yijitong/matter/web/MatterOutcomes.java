package org.yijitong.matter.web;

import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yijitong.activity.Entry;
import org.yijitong.activity.Outcomes;
import org.yijitong.activity.Outcomes.Came;
import org.yijitong.activity.Outcomes.Outcome;
import org.yijitong.activity.RecordId;
import org.yijitong.matter.FlowInWords;
import org.yijitong.matter.Flows;
import org.yijitong.matter.Followed;
import org.yijitong.matter.Sources;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/** Tells the page of a record which matters came of it, and where they are. */
@Configuration(proxyBeanMethods = false)
class MatterOutcomes {
    @Bean
    static Outcomes outcomesOfRecords(Sources sources, Flows flows) {
        return new Told(sources, flows)::of;
    }

    private record Told(Sources sources, Flows flows) {
        Came of(Scope scope, Entry entry, Words words) {
            MatterAddress at = new MatterAddress(scope.unit());
            RecordId record = entry.line().recordId();
            String begin = at.begin(entry.line().organizationId()) + "/new?record=" + record + "&decision=";
            return new Came(
                    sources.followed(scope, record).stream()
                            .map(each -> outcome(at, each, words))
                            .toList(),
                    IntStream.rangeClosed(0, entry.draft().content().decisions().size())
                            .mapToObj(decision -> begin + decision)
                            .toList());
        }

        private Outcome outcome(MatterAddress at, Followed each, Words words) {
            return new Outcome(
                    each.decision(),
                    each.title(),
                    new FlowInWords(flows.version(each.versionId()), words).state(each.state(), each.closed()),
                    each.day(),
                    each.closed(),
                    each.late(),
                    at.matter(each.matterId()));
        }
    }
}
