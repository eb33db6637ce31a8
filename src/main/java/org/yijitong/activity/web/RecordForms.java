package org.yijitong.activity.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Archives;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Entry;
import org.yijitong.activity.Gathering;
import org.yijitong.activity.Plan;
import org.yijitong.activity.Plans;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.Records;
import org.yijitong.activity.UnitNames;
import org.yijitong.organization.Companies;
import org.yijitong.organization.Company;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Profiles;
import org.yijitong.shared.Days;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Link;
import org.yijitong.shared.Page;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Lays out the record form: new with what was last so, or again with what was typed. */
@Component
class RecordForms {
    private static final int RECENT = 62;

    private final Companies companies;
    private final Archives archives;
    private final Records records;
    private final Plans plans;
    private final Profiles profiles;
    private final UnitNames units;
    private final Days days;

    RecordForms(
            Companies companies,
            Archives archives,
            Records records,
            Plans plans,
            Profiles profiles,
            UnitNames units,
            Days days) {
        this.companies = companies;
        this.archives = archives;
        this.records = records;
        this.plans = plans;
        this.profiles = profiles;
        this.units = units;
        this.days = days;
    }

    /**
     * What is shown beside the fields.
     *
     * @param replacing the record that is corrected
     * @param revision the revision that was read; 0 for a new record
     */
    record Around(
            OrganizationId host,
            @Nullable RecordId replacing,
            int revision,
            Map<String, Invalid.Fault> faults,
            @Nullable String refusal,
            List<RecordFormPage.Meanwhile> meanwhile) {
        static Around fresh(OrganizationId host) {
            return new Around(host, null, 0, Map.of(), null, List.of());
        }

        Around with(Map<String, Invalid.Fault> found) {
            return new Around(host, replacing, revision, found, null, meanwhile);
        }

        Around refused(String sentence) {
            return new Around(host, replacing, revision, Map.of(), sentence, meanwhile);
        }
    }

    /** A form with what was last so: kind, hours, place, chair and minute-taker; today. */
    RecordForm suggested(Scope scope, OrganizationId host, @Nullable String kind) {
        LocalDate today = days.today();
        @Nullable Entry last = archives.last(scope, host).orElse(null);
        if (last == null) {
            RecordForm form = RecordForm.of(blank(today));
            form.values().set("kinds", kind == null ? "" : kind);
            return form;
        }
        RecordForm form = RecordForm.of(again(last.draft(), today));
        if (kind != null) {
            form.values().set("kinds", kind);
        }
        List<Draft.Item> agenda = last.draft().content().agenda();
        agenda.stream()
                .filter(Draft.Item::study)
                .findFirst()
                .ifPresent(item -> form.values().set("lastTheme", item.subject()));
        boolean goesOn = !agenda.isEmpty()
                && agenda.getFirst().study()
                && last.draft().occasion().day().plusDays(RECENT).isAfter(today);
        form.values().set("first", goesOn ? "last" : "none");
        return form;
    }

    /** A form filled from a plan: kinds, hours, place, agenda, and who asked for leave. */
    RecordForm ofPlan(Scope scope, Plan plan) {
        RecordForm form = suggested(scope, plan.organizationId(), null);
        LocalDate day = plan.heldOn().isAfter(days.today()) ? days.today() : plan.heldOn();
        MultiValueMap<String, String> values = form.values();
        values.set("plan", plan.planId().toString());
        values.put("kinds", plan.kinds().stream().map(ActivityKind::word).toList());
        values.set("day", day.toString());
        values.set("from", Objects.toString(plan.from(), ""));
        values.set("to", Objects.toString(plan.to(), ""));
        values.set("place", plan.place());
        values.set("first", plan.theme().isEmpty() ? "none" : "study");
        values.set("theme", plan.theme());
        values.put("item", plan.items());
        Set<PersonId> there = companies.around(scope, plan.organizationId(), List.of(), day).stream()
                .flatMap(company -> company.people().stream())
                .map(Company.Attendee::id)
                .collect(Collectors.toSet());
        plans.leaves(scope, plan).stream()
                .filter(leave -> there.contains(leave.personId()))
                .forEach(leave -> {
                    values.add("absent", leave.personId().toString());
                    values.add("cause-" + leave.personId(), leave.cause().name());
                    values.add("note-" + leave.personId(), Objects.requireNonNullElse(leave.note(), ""));
                });
        return form;
    }

    /** What stays from one time to the next. */
    private static Draft again(Draft before, LocalDate today) {
        Draft.Occasion occasion = before.occasion();
        Draft.Attendance attendance = before.attendance();
        return new Draft(
                new Draft.Occasion(occasion.kinds(), today, occasion.from(), occasion.to(), occasion.place(), ""),
                Draft.Sides.NONE,
                new Draft.Attendance(List.of(), List.of(), "", attendance.chair(), attendance.minuteTaker()),
                new Draft.Content(List.of(), "", List.of()),
                Draft.Further.NOTHING);
    }

    private static Draft blank(LocalDate today) {
        return new Draft(
                new Draft.Occasion(java.util.Set.of(), today, null, null, "", ""),
                Draft.Sides.NONE,
                Draft.Attendance.ALL,
                new Draft.Content(List.of(), "", List.of()),
                Draft.Further.NOTHING);
    }

    RecordFormPage page(Page page, Scope scope, RecordForm form, Around around) {
        RecordAddress at = new RecordAddress(scope.unit());
        List<Company> present = around(scope, around.host(), form);
        boolean fresh = around.replacing() == null;
        return new RecordFormPage(
                at,
                fresh ? at.of(around.host()) : at.record(Objects.requireNonNull(around.replacing()), "correction"),
                draftName(scope, form, fresh ? around.host() : Objects.requireNonNull(around.replacing())),
                fresh
                        ? new Link(at.of(around.host()), page.t("activity.list.name"))
                        : new Link(
                                at.record(Objects.requireNonNull(around.replacing())), page.t("activity.record.name")),
                form,
                present,
                gathering(form, present),
                unitNames(),
                around.revision(),
                around.faults(),
                around.refusal(),
                around.meanwhile(),
                panel(page, scope, form, around, present));
    }

    /** What is typed for a plan is kept apart from what is typed for the next record. */
    private static String draftName(Scope scope, RecordForm form, Object of) {
        String plan = form.value("plan");
        return scope.account() + "-" + (plan.isEmpty() ? of : plan);
    }

    /** Those it was held with; on a day on which the host was not there, as it is today, and at last as it was. */
    private List<Company> around(Scope scope, OrganizationId host, RecordForm form) {
        List<OrganizationId> sides = ids(form, "sides").map(OrganizationId::new).toList();
        LocalDate day = day(form);
        List<Company> found = companies.around(scope, host, sides, day);
        if (found.isEmpty()) {
            found = companies.around(scope, host, sides, days.today());
        }
        if (found.isEmpty()) {
            Profiles.Life life = profiles.life(scope, host);
            found = companies.around(scope, host, sides, life.closed().minusDays(1));
        }
        return found;
    }

    private LocalDate day(RecordForm form) {
        try {
            LocalDate day = LocalDate.parse(form.value("day").strip());
            return day.isAfter(days.today()) ? days.today() : day;
        } catch (DateTimeException e) {
            return days.today();
        }
    }

    private static Gathering gathering(RecordForm form, List<Company> present) {
        return Gathering.of(
                present,
                Arrays.stream(ActivityKind.values())
                        .filter(kind -> form.has("kinds", kind.word()))
                        .toList(),
                ids(form, "sides").map(OrganizationId::new).toList(),
                ids(form, "absent").map(PersonId::new).toList(),
                ids(form, "observers").map(PersonId::new).toList());
    }

    private static Stream<UUID> ids(RecordForm form, String name) {
        return form.all(name).stream().map(Ids::read).flatMap(Optional::stream);
    }

    private Map<String, String> unitNames() {
        Map<String, String> names = new LinkedHashMap<>();
        units.all().forEach((unit, name) -> names.put(unit.toString(), name));
        return names;
    }

    /** What it would count for; a form that cannot be read yet says what is missing instead. */
    private Panel panel(Page page, Scope scope, RecordForm form, Around around, List<Company> present) {
        if (form.all("kinds").stream().allMatch(String::isEmpty)) {
            return Panel.of(page.t("activity.live.choose"));
        }
        try {
            Draft draft = RecordReading.read(form, days.today());
            Map<OrganizationId, String> names = present.stream().collect(Collectors.toMap(Company::id, Company::name));
            return new Panels(page, names, around.host())
                    .of(records.outlook(scope, around.host(), around.replacing(), draft));
        } catch (Invalid invalid) {
            String field = invalid.faults().keySet().iterator().next();
            return Panel.of(Objects.requireNonNull(page.fault(invalid.faults(), field)));
        } catch (Refused refused) {
            return Panel.of(page.t(refused.messageKey(), refused.arguments()));
        }
    }
}
