package org.yijitong.organization.web;

import org.yijitong.organization.PersonId;
import org.yijitong.shared.Ids;
import org.yijitong.shared.UnitId;

/** The addresses of the pages of people in one unit. */
public record PeopleAddress(UnitId unit) {
    /** The roster; with {@code below} a page under it. */
    public String roster(String... below) {
        return "/units/" + unit + "/people" + (below.length == 0 ? "" : "/" + String.join("/", below));
    }

    /** A person's page, or one under it. */
    public String person(PersonId person, String... below) {
        return roster(person.toString()) + (below.length == 0 ? "" : "/" + String.join("/", below));
    }

    static PersonId person(String written) {
        return new PersonId(Ids.inAddress(written));
    }
}
