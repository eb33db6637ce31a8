package org.yijitong.organization.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Sex;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;

/**
 * The form of one person's details.
 *
 * @param id null for somebody new
 * @param name what the person is called as held
 * @param form what is typed
 * @param faults what cannot be taken
 * @param meanwhile what somebody else wrote since the form was shown
 * @param move where somebody new belongs
 * @param places where somebody new can belong
 */
public record PersonFormPage(
        PeopleAddress at,
        @Nullable PersonId id,
        String name,
        PersonForm form,
        Map<String, Invalid.Fault> faults,
        List<Meanwhile> meanwhile,
        MoveForm move,
        Map<String, String> places) {

    /** One field that two people wrote. */
    public record Meanwhile(String field, String theirs, String mine) {}

    /** Words for the sexes. */
    public Map<String, String> sexes(Page page) {
        return PersonChoices.of(page, "people.sex.", List.of(Sex.values()));
    }

    /** Words for the kinds. */
    public Map<String, String> kinds(Page page) {
        return PersonChoices.of(page, "people.kind.", List.of(MemberKind.values()));
    }

    /** Where the form leads back to. */
    public String back() {
        return id == null ? at.roster() : at.person(id);
    }
}
