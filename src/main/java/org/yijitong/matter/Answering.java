package org.yijitong.matter;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yijitong.matter.Flow.Step;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Scope;

/** Takes what was typed for a step: each field by itself, who is named by the roster, numbers and days by what must hold. */
@Component
class Answering {
    private final PeopleNamed people;

    Answering(PeopleNamed people) {
        this.people = people;
    }

    /** @throws Invalid with the fault of each field, by its identifier */
    Map<String, String> of(Scope scope, Matter matter, Step step, Map<String, String> typed, LocalDate today) {
        Map<String, String> answers = Answers.check(step.fields(), typed, today);
        people.require(scope, matter.hostId(), step, answers);
        Condition.require(step, answers, matter.known(), today);
        return answers;
    }
}
