package org.yijitong.organization.web;

import java.util.UUID;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.NotFound;
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

    /**
     * The id in an address.
     *
     * @throws NotFound when it is written in any other way than ours
     */
    static UUID id(String written) {
        // Java reads 1-1-1-1-1 as a UUID, too; one thing has one address.
        if (!written.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new NotFound();
        }
        return UUID.fromString(written);
    }

    static PersonId person(String written) {
        return new PersonId(id(written));
    }
}
