package org.yijitong.matter.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.activity.RecordLine;
import org.yijitong.matter.Evidence;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.Flow.Step;
import org.yijitong.matter.PeopleNamed;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** What there is to choose from where a step asks for a record or for somebody. */
@Component
class OffersShown {
    private final Evidence evidence;
    private final PeopleNamed people;
    private final MatterGuard guard;

    OffersShown(Evidence evidence, PeopleNamed people, MatterGuard guard) {
        this.evidence = evidence;
        this.people = people;
        this.guard = guard;
    }

    /**
     * What there is.
     *
     * @param records by id
     * @param people by id
     * @param names of people that were typed, since there are too many to choose from, by the name of the field on the page,
     *     with whom they may mean; null where people are chosen
     */
    record Offers(
            Map<String, String> records,
            Map<String, String> people,
            @Nullable Map<String, Map<String, String>> names) {
        static final Offers NONE = new Offers(Map.of(), Map.of(), null);

        /** Whether a field takes a name that is typed. */
        boolean typed(Field field) {
            return field.type() == Field.Type.PERSON && names != null;
        }

        /** What there is to choose from for a field, if that does not stand in the flow. */
        Map<String, String> of(Field field, String name) {
            return switch (field.type()) {
                case RECORD -> records;
                case PERSON -> names == null ? people : names.getOrDefault(name, Map.of());
                default -> Map.of();
            };
        }
    }

    /**
     * As far as some steps ask for it; whoever does not see the roster is offered nobody of it.
     *
     * @param owner whose records they are; null for none
     * @param typed what was typed, by the names that the fields have on the page
     */
    Offers of(
            Page page,
            Scope scope,
            Collection<Step> steps,
            OrganizationId host,
            @Nullable OrganizationId owner,
            Map<String, String> typed) {
        Map<String, String> records =
                owner != null && asked(steps, Field.Type.RECORD) ? records(page, scope, owner) : Map.of();
        if (!asked(steps, Field.Type.PERSON) || !guard.may(page, "people.see")) {
            return new Offers(records, Map.of(), null);
        }
        return people.many(scope, host)
                ? new Offers(records, Map.of(), alike(scope, steps, host, typed))
                : new Offers(records, people.offered(scope, host), null);
    }

    private Map<String, Map<String, String>> alike(
            Scope scope, Collection<Step> steps, OrganizationId host, Map<String, String> typed) {
        Map<String, Map<String, String>> alike = new HashMap<>();
        steps.forEach(step -> step.fields().stream()
                .filter(field -> field.type() == Field.Type.PERSON)
                .map(field -> MatterPage.Asked.name(step, field))
                .filter(name -> !typed.getOrDefault(name, "").isBlank())
                .forEach(name -> alike.put(name, people.alike(scope, host, typed.getOrDefault(name, "")))));
        return alike;
    }

    private static boolean asked(Collection<Step> steps, Field.Type type) {
        return steps.stream().flatMap(step -> step.fields().stream()).anyMatch(field -> field.type() == type);
    }

    /** The latest records of an organization, by id. */
    Map<String, String> records(Page page, Scope scope, OrganizationId organization) {
        Map<String, String> records = new LinkedHashMap<>();
        evidence.offered(scope, organization)
                .forEach(line -> records.put(line.recordId().toString(), called(page, line)));
        return records;
    }

    /** What a record is called in a list. */
    static String called(Page page, RecordLine line) {
        return page.t("matter.told.record", page.date(line.heldOn()), line.called(page.words()));
    }
}
