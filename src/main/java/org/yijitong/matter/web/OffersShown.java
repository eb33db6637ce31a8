package org.yijitong.matter.web;

import java.util.Collection;
import java.util.EnumMap;
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
     * By the type of the field, as far as some steps ask for it; whoever does not see the roster is offered nobody of it.
     *
     * @param owner whose records they are; null for none
     */
    Map<Field.Type, Map<String, String>> of(
            Page page, Scope scope, Collection<Step> steps, OrganizationId host, @Nullable OrganizationId owner) {
        Map<Field.Type, Map<String, String>> offers = new EnumMap<>(Field.Type.class);
        if (owner != null && asked(steps, Field.Type.RECORD)) {
            offers.put(Field.Type.RECORD, records(page, scope, owner));
        }
        if (asked(steps, Field.Type.PERSON) && guard.may(page, "people.see")) {
            offers.put(Field.Type.PERSON, people.offered(scope, host));
        }
        return offers;
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
