package org.yijitong.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.Flow.Step;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Scope;

/** What is answered to the steps of random flows. */
final class RandomAnswers {
    /** With it the conditions of {@link RandomFlows} hold. */
    private static final String ENOUGH = "5";

    private final PeopleNamed people;
    private final Scope office;
    private final Random random;

    RandomAnswers(PeopleNamed people, Scope office, Random random) {
        this.people = people;
        this.office = office;
        this.random = random;
    }

    /** @param enough whether every number is one with which conditions hold, or any */
    Map<String, String> of(Step step, OrganizationId host, LocalDate today, boolean enough) {
        Map<String, String> answers = new HashMap<>();
        step.fields().stream()
                .filter(field -> field.required()
                        || field.type() != Field.Type.PERSON
                        || !there(host).isEmpty())
                .forEach(field -> answers.put(field.id(), one(field, host, today, enough)));
        return answers;
    }

    /** A matter of a flow; now and then the partner is outside. */
    Beginning beginning(Flow flow, OrganizationId host, List<OrganizationId> places, LocalDate today) {
        Map<String, String> said = of(flow.begin(), host, today, true);
        Map<String, OrganizationId> parties = new HashMap<>(Map.of("doer", any(places)));
        if (random.nextInt(3) == 0) {
            said.put("partner-outside", "省外一个单位");
        } else {
            parties.put("partner", any(places));
        }
        return new Beginning(flow.head().id(), "样例", null, said, parties);
    }

    private List<String> there(OrganizationId host) {
        return new ArrayList<>(people.offered(office, host).keySet());
    }

    private String one(Field field, OrganizationId host, LocalDate today, boolean enough) {
        return switch (field.type()) {
            case DAY -> today.plusDays(7).toString();
            case NUMBER -> enough ? ENOUGH : Integer.toString(random.nextInt(8));
            case PERSON -> somebody(host);
            default -> "如实填写";
        };
    }

    /** Somebody who is offered. */
    private String somebody(OrganizationId host) {
        List<String> there = there(host);
        return there.isEmpty() ? UUID.randomUUID().toString() : any(there);
    }

    private <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
