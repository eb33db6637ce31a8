package org.yijitong.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Leaving;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.People.Place;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Sphere;

/** What happens to people, done with the verbs of organization; each is called inside a deed. */
final class Ways {
    private final Site site;

    Ways(Site site) {
        this.site = site;
    }

    /** Enters many people and where they work. */
    void enter(List<Figure> figures) {
        List<PersonId> ids = site.verbs()
                .people()
                .addAll(site.scope(), figures.stream().map(Figure::newcomer).toList());
        for (int i = 0; i < ids.size(); i++) {
            figures.get(i).added(ids.get(i));
        }
        Map<PersonId, String> numbers = new LinkedHashMap<>();
        figures.forEach(figure -> numbers.put(figure.id(), figure.number));
        site.verbs().identities().keepAll(site.scope(), numbers);
        List<Place> places = figures.stream().flatMap(Ways::workplace).toList();
        if (!places.isEmpty()) {
            site.verbs().people().placeAll(site.scope(), places);
        }
    }

    private static Stream<Place> workplace(Figure figure) {
        OrganizationId office = figure.office;
        return office == null
                ? Stream.empty()
                : Stream.of(new Place(figure.id(), Sphere.ADMINISTRATIVE, outside(office), figure.from));
    }

    /** Belonging to something other than a branch. */
    static Belonging outside(OrganizationId organization) {
        return new Belonging(organization, null, MemberKind.NONE, List.of());
    }

    /** Becomes another kind of member, or gets another state. */
    void become(Figure figure, MemberKind kind, List<MemberState> states, LocalDate on, @Nullable String reason) {
        pass(figure, figure.as(kind, states), on, reason);
    }

    /** Passes to where {@code belonging} says. */
    void pass(Figure figure, Belonging belonging, LocalDate on, @Nullable String reason) {
        site.verbs().people().transfer(site.scope(), figure.id(), belonging, on, reason);
        figure.belonging = belonging;
    }

    void amend(Figure figure, PersonDetails details, @Nullable String reason) {
        site.verbs().people().amend(site.scope(), figure.id(), details, figure.revision, reason);
        figure.details = details;
        figure.revision++;
    }

    void leave(Figure figure, Leaving why, LocalDate on, @Nullable String reason) {
        site.verbs().people().leave(site.scope(), figure.id(), why, on, reason);
    }
}
