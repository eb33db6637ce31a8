package org.yijitong.matter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yijitong.ledger.Fact;
import org.yijitong.mechanism.FactField;
import org.yijitong.mechanism.FactKind;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;

/** What the ledger is told about a matter that is over. */
@Configuration(proxyBeanMethods = false)
class MatterFacts {
    static final String KIND = "matter";

    @Bean
    static FactKind matterFact() {
        return new FactKind(
                KIND,
                List.of(
                        FactField.text("flow"),
                        FactField.text("origin"),
                        FactField.flag("on_time"),
                        FactField.number("reopened"),
                        FactField.number("days"),
                        FactField.choice("outcome", List.of("done", "dropped"))));
    }

    /**
     * The fact of a matter that was closed on a day.
     *
     * @param late how many steps came after their day
     */
    static Fact of(Matter matter, Flow flow, Flow.State state, Known known, int late, LocalDate on) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("flow", matter.flow());
        if (matter.origin() != null) {
            fields.put("origin", matter.origin());
        }
        if (late == 0) {
            fields.put("on_time", true);
        }
        fields.put("reopened", BigDecimal.valueOf(matter.reopened()));
        fields.put("days", BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(matter.begunOn(), on))));
        fields.put("outcome", state.closing().name().toLowerCase(Locale.ROOT));
        UUID bearer =
                known.parties().getOrDefault(flow.countsFor(), matter.hostId().value());
        return new Fact(KIND, new OrganizationId(bearer), on, fields, people(known));
    }

    /** Those who took a step. */
    private static Set<PersonId> people(Known known) {
        Set<PersonId> people = new HashSet<>();
        known.done().values().forEach(done -> {
            UUID person = done.person();
            if (person != null) {
                people.add(new PersonId(person));
            }
        });
        return people;
    }
}
