package org.yijitong.organization;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.organization.roster.Names;
import org.yijitong.shared.UnitId;

/** Keeps what people are found by in step with their names. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PersonTokens {
    private final PersonStore people;

    public PersonTokens(PersonStore people) {
        this.people = people;
    }

    /** A person and the name to be borne. */
    public record Named(PersonId personId, String name) {}

    /** People bear other names from now on. */
    public void renameAll(UnitId unit, List<Named> named) {
        List<PersonStore.Added> added = named.stream()
                .map(each -> new PersonStore.Added(
                        each.personId(), PersonDetails.named(each.name()), Names.sortKey(each.name())))
                .toList();
        people.rename(unit, added);
        people.removeTokens(unit, named.stream().map(Named::personId).toList());
        people.addTokens(unit, added);
    }
}
