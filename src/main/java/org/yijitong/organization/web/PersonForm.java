package org.yijitong.organization.web;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.Sex;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;

/**
 * What is typed about a person. A field that the form did not have is null and stays as it is.
 *
 * @param revision the revision that was read
 * @param reason why it is changed
 */
public record PersonForm(
        @Nullable String name,
        @Nullable String sex,
        @Nullable String ethnicity,
        @Nullable String nativePlace,
        @Nullable String birthDate,
        @Nullable String joinedOn,
        @Nullable String confirmedOn,
        @Nullable String workStartedOn,
        @Nullable String education,
        @Nullable String phone,
        @Nullable String officePhone,
        @Nullable String jobTitle,
        @Nullable String note,
        @Nullable Integer revision,
        @Nullable String reason) {

    static final PersonForm EMPTY = of(PersonDetails.named(""), 0);

    static PersonForm of(PersonDetails held, int revision) {
        return new PersonForm(
                held.name(),
                text(held.sex()),
                text(held.ethnicity()),
                text(held.nativePlace()),
                text(held.birthDate()),
                text(held.joinedOn()),
                text(held.confirmedOn()),
                text(held.workStartedOn()),
                text(held.education()),
                text(held.phone()),
                text(held.officePhone()),
                text(held.jobTitle()),
                text(held.note()),
                revision,
                "");
    }

    /** This form with what it did not have taken from another, and another revision. */
    PersonForm over(PersonForm held, @Nullable Integer newRevision) {
        return new PersonForm(
                or(name, held.name),
                or(sex, held.sex),
                or(ethnicity, held.ethnicity),
                or(nativePlace, held.nativePlace),
                or(birthDate, held.birthDate),
                or(joinedOn, held.joinedOn),
                or(confirmedOn, held.confirmedOn),
                or(workStartedOn, held.workStartedOn),
                or(education, held.education),
                or(phone, held.phone),
                or(officePhone, held.officePhone),
                or(jobTitle, held.jobTitle),
                or(note, held.note),
                newRevision,
                or(reason, ""));
    }

    /**
     * Everything as details.
     *
     * @throws Invalid when something cannot be taken
     */
    PersonDetails details(PersonTyped typed, LocalDate today) {
        LocalDate joined = typed.day("joinedOn", joinedOn, today);
        LocalDate confirmed = typed.day("confirmedOn", confirmedOn, today);
        LocalDate born = typed.day("birthDate", birthDate, today);
        PersonDetails details = new PersonDetails(
                typed.needed("name", name, 60, "people.invalid.name"),
                typed.choice("sex", sex, Sex.class),
                typed.text("ethnicity", ethnicity, 20),
                typed.text("nativePlace", nativePlace, 60),
                born,
                joined,
                confirmed,
                typed.day("workStartedOn", workStartedOn, today),
                typed.text("education", education, 40),
                typed.text("phone", phone, 40),
                typed.text("officePhone", officePhone, 40),
                typed.text("jobTitle", jobTitle, 80),
                typed.text("note", note, 500));
        if (joined != null && confirmed != null && confirmed.isBefore(joined)) {
            typed.fault("confirmedOn", "people.invalid.confirmedBeforeJoined");
        }
        if (joined != null && born != null && joined.isBefore(born)) {
            typed.fault("joinedOn", "people.invalid.joinedBeforeBorn");
        }
        return details;
    }

    /** Field to value in the words of the page, in the order of the form. */
    Map<String, String> said(Page page) {
        Map<String, String> said = new LinkedHashMap<>();
        for (RecordComponent component : PersonForm.class.getRecordComponents()) {
            if (component.getType() == String.class && !component.getName().equals("reason")) {
                String value = value(component);
                said.put(
                        page.t("people.field." + component.getName()),
                        value.isEmpty()
                                ? page.t("people.nothing")
                                : component.getName().equals("sex") ? page.t("people.sex." + value) : value);
            }
        }
        return said;
    }

    private String value(RecordComponent component) {
        try {
            return text(component.getAccessor().invoke(this));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record component can be read", e);
        }
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static String or(@Nullable String typed, @Nullable String held) {
        return typed == null ? Objects.toString(held, "") : typed;
    }
}
