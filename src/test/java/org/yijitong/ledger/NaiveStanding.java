package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.mechanism.Condition;
import org.yijitong.mechanism.Duty;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.WorkingDays;

/** How everything stands, worked out one by one, the way the mission puts it. */
final class NaiveStanding {
    record Place(
            OrganizationId organizationId,
            String kind,
            @Nullable OrganizationId superiorId,
            LocalDate validFrom,
            LocalDate validTo) {
        boolean stands(LocalDate day) {
            return holds(day, validFrom, validTo);
        }
    }

    record Member(
            PersonId personId,
            String sphere,
            OrganizationId organizationId,
            @Nullable OrganizationId groupId,
            String kind,
            LocalDate validFrom,
            LocalDate validTo) {}

    record Held(PersonId personId, String post, LocalDate validFrom, LocalDate validTo) {}

    record Excused(OrganizationId organizationId, java.util.UUID dutyId, LocalDate periodFrom) {}

    /** Everything there is. */
    record World(
            Collection<Duty> duties,
            List<Place> places,
            List<Member> members,
            List<Held> posts,
            List<Fact> facts,
            List<Excused> excuses,
            WorkingDays calendar,
            LocalDate firstDay,
            LocalDate openedTo) {}

    private final World world;
    private final List<String> lines = new ArrayList<>();

    private NaiveStanding(World world) {
        this.world = world;
    }

    /** Each obligation with how it stands, as a line. */
    static List<String> of(World world) {
        var naive = new NaiveStanding(world);
        world.duties().forEach(naive::judge);
        return naive.lines.stream().sorted().toList();
    }

    static String line(
            String mechanism,
            String duty,
            OrganizationId organization,
            @Nullable PersonId person,
            LocalDate from,
            LocalDate to,
            LocalDate due,
            BigDecimal need,
            BigDecimal done,
            boolean excused) {
        return String.join(
                " ",
                mechanism + "/" + duty,
                organization.value() + "",
                person == null ? "-" : person.value() + "",
                from + ".." + to + " due " + due,
                done.stripTrailingZeros().toPlainString() + "/"
                        + need.stripTrailingZeros().toPlainString(),
                excused ? "excused" : "");
    }

    private void judge(Duty duty) {
        int months = switch (duty.period()) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case HALF_YEAR -> 6;
            case YEAR -> 12;
            case AFTER -> 0;
        };
        if (months == 0) {
            world.facts().forEach(fact -> setOff(duty, fact));
            return;
        }
        for (LocalDate from = world.firstDay(); !from.isAfter(world.openedTo()); from = from.plusMonths(months)) {
            if (inForce(duty, from)) {
                LocalDate to = from.plusMonths(months).minusDays(1);
                owe(duty, from, to, plus(to, duty.grace()));
            }
        }
    }

    private void setOff(Duty duty, Fact fact) {
        Duty.Trigger trigger = java.util.Objects.requireNonNull(duty.trigger());
        boolean sets = fact.kind().equals(trigger.fact().name())
                && inForce(duty, fact.day())
                && meets(fact, trigger.conditions())
                && world.places().stream()
                        .anyMatch(place -> place.organizationId().equals(fact.organization())
                                && place.stands(fact.day())
                                && duty.bearer().kinds().contains(place.kind()));
        if (sets) {
            LocalDate to = plus(fact.day(), trigger.within());
            add(duty, fact.organization(), null, fact.day(), to, to, duty.need());
        }
    }

    private void owe(Duty duty, LocalDate from, LocalDate to, LocalDate due) {
        if (duty.bearer().personal()) {
            world.members().stream()
                    .filter(member -> holds(from, member.validFrom(), member.validTo()))
                    .filter(member -> Set.of("party", "youth").contains(member.sphere()))
                    .filter(member -> duty.bearer().kinds().contains(member.kind()))
                    .filter(member -> isPartyPlace(member.organizationId(), from))
                    .filter(member -> hasPost(duty, member.personId(), from))
                    .forEach(member ->
                            add(duty, member.organizationId(), member.personId(), from, to, due, duty.need()));
            return;
        }
        for (Place place : world.places()) {
            if (place.stands(from) && duty.bearer().kinds().contains(place.kind())) {
                int members = members(place.organizationId(), from);
                int times = times(duty, place.organizationId(), members, from);
                if (members >= duty.bearer().least() && members <= duty.bearer().most() && times > 0) {
                    add(
                            duty,
                            place.organizationId(),
                            null,
                            from,
                            to,
                            due,
                            duty.need().multiply(BigDecimal.valueOf(times)));
                }
            }
        }
    }

    private int times(Duty duty, OrganizationId organization, int members, LocalDate day) {
        return switch (duty.needPer()) {
            case ORGANIZATION -> 1;
            case MEMBER -> members;
            case GROUP ->
                (int) world.places().stream()
                        .filter(place -> place.kind().equals("group")
                                && organization.equals(place.superiorId())
                                && place.stands(day))
                        .count();
        };
    }

    private int members(OrganizationId organization, LocalDate day) {
        return (int) world.members().stream()
                .filter(member -> holds(day, member.validFrom(), member.validTo()))
                .filter(member -> Set.of("full", "probationary").contains(member.kind()))
                .filter(member -> organization.equals(
                                Set.of("party", "youth").contains(member.sphere()) ? member.organizationId() : null)
                        || (member.sphere().equals("party") && organization.equals(member.groupId())))
                .count();
    }

    private boolean hasPost(Duty duty, PersonId person, LocalDate day) {
        return duty.bearer().posts().isEmpty()
                || world.posts().stream()
                        .anyMatch(post -> post.personId().equals(person)
                                && duty.bearer().posts().contains(post.post())
                                && holds(day, post.validFrom(), post.validTo()));
    }

    private boolean isPartyPlace(OrganizationId organization, LocalDate day) {
        return world.places().stream()
                .anyMatch(place -> place.organizationId().equals(organization)
                        && place.stands(day)
                        && !place.kind().equals("youth_group"));
    }

    private void add(
            Duty duty,
            OrganizationId organization,
            @Nullable PersonId person,
            LocalDate from,
            LocalDate to,
            LocalDate due,
            BigDecimal need) {
        BigDecimal done = world.facts().stream()
                .filter(fact -> !fact.day().isBefore(from) && !fact.day().isAfter(to))
                .filter(fact -> person == null
                        ? fact.organization().equals(organization)
                        : fact.people().contains(person))
                .map(fact -> amount(duty, fact))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean excused = person == null && world.excuses().contains(new Excused(organization, duty.dutyId(), from));
        lines.add(line(duty.mechanism().id(), duty.id(), organization, person, from, to, due, need, done, excused));
    }

    /** By the version in force on the day of the fact. */
    private BigDecimal amount(Duty duty, Fact fact) {
        return world.duties().stream()
                .filter(version -> version.dutyId().equals(duty.dutyId()) && inForce(version, fact.day()))
                .filter(version -> version.bearer().personal() == duty.bearer().personal())
                .filter(version -> version.fact().name().equals(fact.kind()) && meets(fact, version.counts()))
                .map(version -> version.sumField() == null
                        ? BigDecimal.ONE
                        : Condition.number(fact.fields().get(version.sumField()))
                                .max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean meets(Fact fact, List<Condition> conditions) {
        return conditions.stream().allMatch(condition -> condition.holds(fact.fields()));
    }

    private static boolean inForce(Duty duty, LocalDate day) {
        return !day.isBefore(duty.mechanism().since())
                && !day.isAfter(duty.mechanism().until());
    }

    private LocalDate plus(LocalDate day, Duty.Grace time) {
        return switch (time.unit()) {
            case DAYS -> day.plusDays(time.amount());
            case MONTHS -> day.plusMonths(time.amount());
            case WORKING_DAYS -> world.calendar().plus(day, time.amount());
        };
    }

    private static boolean holds(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}
