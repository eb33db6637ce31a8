package org.yijitong.organization;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.organization.roster.Names;
import org.yijitong.shared.UnitId;

/** Keeps what a person is found by in step with the name. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PersonTokens {
    private final PersonStore people;

    public PersonTokens(PersonStore people) {
        this.people = people;
    }

    /** A person bears another name from now on. */
    public void rename(UnitId unit, PersonId person, String name) {
        people.rename(unit, person, name, Names.sortKey(name));
        people.removeTokens(unit, person);
        people.addTokens(unit, List.of(new PersonStore.Added(person, PersonDetails.named(name), Names.sortKey(name))));
    }
}
