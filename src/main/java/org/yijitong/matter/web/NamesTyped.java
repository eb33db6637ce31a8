package org.yijitong.matter.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yijitong.matter.Act;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.Flow.Step;
import org.yijitong.matter.Flows;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.PeopleNamed;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/**
 * Puts people of the roster in the place of names that were typed in a form, where a name means just one. Everything else
 * stays as it was typed, and is refused as no person. Whoever does not see the roster finds nobody.
 */
@Component
class NamesTyped {
    private final PeopleNamed people;
    private final Matters matters;
    private final Flows flows;
    private final MatterGuard guard;
    private final Days days;

    NamesTyped(PeopleNamed people, Matters matters, Flows flows, MatterGuard guard, Days days) {
        this.people = people;
        this.matters = matters;
        this.flows = flows;
        this.guard = guard;
        this.days = days;
    }

    /** The beginning of a matter. */
    Beginning of(Page page, Scope scope, OrganizationId host, Beginning typed) {
        return flows.inForce(typed.flow(), days.today())
                .map(version -> resolved(page, scope, host, version.flow().begin(), typed.answers()))
                .map(answers -> new Beginning(typed.flow(), typed.title(), typed.origin(), answers, typed.parties()))
                .orElse(typed);
    }

    /** A step of a matter. */
    Act of(Page page, Scope scope, MatterId id, Act typed) {
        Matter matter = matters.find(scope, id);
        return flows.version(matter.versionId())
                .steps()
                .filter(step -> step.id().equals(typed.step()))
                .findFirst()
                .map(step -> resolved(page, scope, matter.hostId(), step, typed.answers()))
                .map(answers -> new Act(typed.revision(), typed.step(), answers, typed.parties(), typed.key()))
                .orElse(typed);
    }

    private Map<String, String> resolved(
            Page page, Scope scope, OrganizationId host, Step step, Map<String, String> typed) {
        Map<String, String> answers = new HashMap<>(typed);
        if (guard.may(page, "people.see")) {
            step.fields().stream()
                    .filter(field -> field.type() == Field.Type.PERSON)
                    .map(Field::id)
                    .forEach(field -> answers.computeIfPresent(field, (_, name) -> people.found(scope, host, name)));
        }
        return answers;
    }
}
