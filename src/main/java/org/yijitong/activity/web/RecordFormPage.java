package org.yijitong.activity.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Gathering;
import org.yijitong.organization.Company;
import org.yijitong.organization.Company.Attendee;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Link;
import org.yijitong.shared.Page;

/**
 * The record form.
 *
 * @param action where it is sent
 * @param draft under which name what is typed is kept on the device
 * @param form what stands in its fields
 * @param around the host first, then those it may act with
 * @param gathering attendance as it stands
 * @param units where guests may come from
 * @param revision the revision that is being corrected; 0 for a new record
 * @param refusal why it was refused, if it was
 * @param meanwhile what somebody else changed since the form was opened
 * @param panel what it would count for
 */
public record RecordFormPage(
        RecordAddress at,
        String action,
        String draft,
        Link back,
        RecordForm form,
        List<Company> around,
        Gathering gathering,
        Map<String, String> units,
        int revision,
        Map<String, Invalid.Fault> faults,
        @Nullable String refusal,
        List<Meanwhile> meanwhile,
        Panel panel) {
    /** A field in which the record differs from what was typed. */
    public record Meanwhile(String field, String theirs, String mine) {}

    public Company host() {
        return around.getFirst();
    }

    public boolean correction() {
        return revision > 0;
    }

    public List<ActivityKind> first() {
        return KindChoices.first(host().kind());
    }

    public List<ActivityKind> more() {
        return KindChoices.more(host().kind());
    }

    /** Whether a kind that is folded away was chosen. */
    public boolean moreChosen() {
        return more().stream().anyMatch(kind -> form.has("kinds", kind.word()));
    }

    /** Those of the same unit that may have held it together with the host. */
    public List<Company> others() {
        return around.subList(1, around.size());
    }

    /** The groups whose own meetings are recorded for themselves, by their addresses. */
    public Map<String, String> hosts() {
        Map<String, String> hosts = new LinkedHashMap<>();
        if (correction()) {
            return hosts;
        }
        others().stream()
                .filter(company ->
                        company.kind() == OrganizationKind.GROUP || company.kind() == OrganizationKind.YOUTH_GROUP)
                .forEach(company -> hosts.put(at.of(company.id(), "new"), company.name()));
        return hosts;
    }

    /** Those expected who are marked as absent. */
    public List<Attendee> absent() {
        return gathering.expected().stream()
                .filter(person -> form.has("absent", person.id()))
                .toList();
    }

    /** Everyone who may chair, take minutes, or be charged with something. */
    public Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        gathering.everyone().forEach(person -> people.put(person.id().toString(), person.name()));
        return people;
    }

    public Map<String, String> causes(Page page) {
        Map<String, String> causes = new LinkedHashMap<>();
        for (Draft.Cause cause : Draft.Cause.values()) {
            causes.put(cause.name(), page.t("activity.cause." + cause.name()));
        }
        return causes;
    }

    public Map<String, String> lecturers(Page page) {
        Map<String, String> lecturers = new LinkedHashMap<>();
        for (Draft.Lecturer lecturer : Draft.Lecturer.values()) {
            lecturers.put(
                    lecturer.name(),
                    page.t("fact.activity.lecturer." + lecturer.name().toLowerCase(java.util.Locale.ROOT)));
        }
        return lecturers;
    }

    /** When and where, in one line. */
    public String when(Page page, java.time.LocalDate today) {
        String day = form.value("day").equals(today.toString()) ? page.t("activity.form.today") : form.value("day");
        String from = form.value("from");
        String to = form.value("to");
        if (from.isEmpty()) {
            return day;
        }
        return to.isEmpty() ? day + " " + from : page.t("activity.form.when", day, from, to);
    }

    /** Which of the folded parts hold a fault or something typed, and so stand open. */
    public boolean open(String... fields) {
        return form.any(fields) || List.of(fields).stream().anyMatch(faults::containsKey);
    }
}
