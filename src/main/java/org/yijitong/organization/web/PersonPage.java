package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Life;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.Person;
import org.yijitong.organization.PersonEvent;
import org.yijitong.organization.Sphere;
import org.yijitong.shared.Days;
import org.yijitong.shared.Page;

/**
 * One person with life and history.
 *
 * @param number the identity number with most of it hidden; null when none is held
 * @param actors names of the accounts that changed something
 */
public record PersonPage(
        PeopleAddress at,
        Person person,
        Life life,
        List<PersonEvent> history,
        @Nullable String number,
        Map<UUID, String> actors,
        LocalDate today,
        PeopleRights.May may) {
    private static final Set<String> ENUMS = Set.of("sex", "kind", "states");
    private static final Set<String> FIELDS = Set.of(
            "name",
            "sex",
            "ethnicity",
            "nativePlace",
            "birthDate",
            "joinedOn",
            "confirmedOn",
            "workStartedOn",
            "education",
            "phone",
            "officePhone",
            "jobTitle",
            "note",
            "branch",
            "group",
            "kind",
            "states");

    /** Something that happened in the person's life, for the line of time. */
    public record Moment(LocalDate from, boolean now, String what, String until) {}

    /** Where the person belongs in the Party today, if anywhere. */
    public Optional<Life.Stay> now() {
        return life.at(Sphere.PARTY, today);
    }

    /** The finding at the top: what there is to know first. */
    public String title(Page page) {
        String name = person.details().name();
        if (now().isEmpty()) {
            return life.last()
                    .map(stay -> page.t("people.person.left", name, stay.validTo()))
                    .orElse(name);
        }
        Life.Stay stay = now().orElseThrow();
        String posts = posts(page);
        if (!posts.isEmpty()) {
            return page.t("people.person.is", name, posts);
        }
        LocalDate joined = person.details().joinedOn();
        if (stay.kind() == MemberKind.PROBATIONARY && joined != null) {
            LocalDate ends = joined.plusYears(1);
            return page.t(ends.isAfter(today) ? "people.person.ends" : "people.person.ended", name, ends);
        }
        return page.t("people.person.is", name, RosterLine.state(page, stay.kind(), stay.states()));
    }

    /** Posts of today with their organizations. */
    public String posts(Page page) {
        return life.posts(today).stream()
                .map(post -> post.organizationName()
                        + page.t("people.post." + post.post().name()))
                .collect(Collectors.joining(page.t("people.and")));
    }

    /** Kind and states of a stay. */
    public String state(Page page, Life.Stay stay) {
        return RosterLine.state(page, stay.kind(), stay.states());
    }

    /** The look of a stay's state. */
    public String tag(Life.Stay stay) {
        return RosterLine.tag(stay.kind(), stay.states());
    }

    /** Places and posts together, latest first. */
    public List<Moment> moments(Page page) {
        Stream<Moment> stays = life.stays().stream()
                .map(stay -> new Moment(
                        stay.validFrom(),
                        isNow(stay.validFrom(), stay.validTo()),
                        stayed(page, stay),
                        until(page, stay)));
        Stream<Moment> tenures = life.tenures().stream()
                .map(tenure -> new Moment(
                        tenure.validFrom(),
                        isNow(tenure.validFrom(), tenure.validTo()),
                        page.t(
                                tenure.deputy() ? "people.life.deputy" : "people.life.post",
                                tenure.organizationName(),
                                page.t("people.post." + tenure.post().name())),
                        tenure.validTo().equals(Days.FOREVER) ? "" : page.t("people.life.until", tenure.validTo())));
        return Stream.concat(stays, tenures)
                .sorted(java.util.Comparator.comparing(Moment::from).reversed())
                .toList();
    }

    private boolean isNow(LocalDate from, LocalDate to) {
        return !today.isBefore(from) && today.isBefore(to);
    }

    private String stayed(Page page, Life.Stay stay) {
        String place =
                stay.groupName() == null ? stay.organizationName() : stay.organizationName() + "·" + stay.groupName();
        return stay.sphere() == Sphere.PARTY
                ? page.t("people.life.party", place, state(page, stay))
                : page.t("people.life." + stay.sphere().name(), place);
    }

    private static String until(Page page, Life.Stay stay) {
        if (stay.validTo().equals(Days.FOREVER)) {
            return "";
        }
        return stay.endedBy() == null
                ? page.t("people.life.until", stay.validTo())
                : page.t(
                        "people.life.ended",
                        stay.validTo(),
                        page.t("people.leaving." + stay.endedBy().name()));
    }

    /** Who made a change, as far as it may be said. */
    public String actor(Page page, PersonEvent event) {
        return Objects.requireNonNullElseGet(actors.get(event.account()), () -> page.t("people.history.somebody"));
    }

    /** What happened, in a few words. */
    public String happened(Page page, PersonEvent event) {
        String what = page.t("people.change." + event.kind().name());
        String why = event.detail().get("why");
        String name = event.detail().get("name");
        if (why != null) {
            return what + page.t("people.colon") + page.t("people.leaving." + why);
        }
        return name == null ? what : what + page.t("people.colon") + name;
    }

    /** What became of the number of an entry that was joined with this one; null if it had none. */
    public @Nullable String number(Page page, PersonEvent event) {
        String number = event.detail().get("number");
        return number == null ? null : page.t("people.history.number." + number);
    }

    /** The words of a field. */
    public String field(Page page, PersonEvent.Field field) {
        return FIELDS.contains(field.name()) ? page.t("people.field." + field.name()) : field.name();
    }

    /** A value as people say it. */
    public String value(Page page, PersonEvent.Field field, String value) {
        if (value.isEmpty()) {
            return page.t("people.nothing");
        }
        if (!ENUMS.contains(field.name())) {
            return value;
        }
        String prefix = field.name().equals("states") ? "people.state." : "people." + field.name() + ".";
        return Stream.of(value.split(",", -1))
                .map(each -> page.t(prefix + each))
                .collect(Collectors.joining(page.t("people.and")));
    }
}
