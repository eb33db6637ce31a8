package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Holding;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Post;
import org.yijitong.organization.Profile;
import org.yijitong.organization.Term;
import org.yijitong.organization.Warning;
import org.yijitong.shared.Page;

/** Makes the rows of a committee: one for each person, one for each empty post, in the order of the posts. */
final class Seats {
    private final Page page;
    private final Profile profile;
    private final Map<PersonId, String> addresses;

    /** @param addresses the pages of those whom the reader may open */
    Seats(Page page, Profile profile, Map<PersonId, String> addresses) {
        this.page = page;
        this.profile = profile;
        this.addresses = addresses;
    }

    private record Placed(Post post, Seat seat) {}

    private record Key(String person, boolean deputy) {}

    List<Seat> rows() {
        Map<Key, List<Holding>> people = profile.held().stream()
                .sorted(Comparator.comparing(Holding::post))
                .collect(Collectors.groupingBy(
                        holding -> new Key(holding.personId().toString(), holding.deputy()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Placed> rows = new ArrayList<>();
        people.forEach((key, held) -> rows.add(new Placed(held.getFirst().post(), held(key.deputy(), held))));
        profile.warnings().stream()
                .filter(warning ->
                        warning.kind() == Warning.Kind.POST_LEFT || warning.kind() == Warning.Kind.POST_EMPTY)
                .map(warning -> (Post) warning.arguments().getFirst())
                .forEach(post -> rows.add(new Placed(post, empty(post))));
        return rows.stream()
                .sorted(Comparator.comparing(Placed::post))
                .map(Placed::seat)
                .toList();
    }

    private Seat held(boolean deputy, List<Holding> held) {
        Holding first = held.getFirst();
        String posts = held.stream()
                .map(holding -> page.t("organization.post." + holding.post()))
                .collect(Collectors.joining(page.t("organization.and")));
        String phone = first.officePhone();
        return new Seat(
                deputy ? page.t("organization.seat.deputy", posts) : posts,
                first.personId().toString(),
                addresses.get(first.personId()),
                first.name(),
                term(first),
                phone,
                phone == null ? page.t("organization.seat.no-phone") : page.t("organization.seat.phone", phone));
    }

    private String term(Holding holding) {
        LocalDate due = holding.dueOn();
        Term term = profile.term();
        if (due == null) {
            return page.t("organization.seat.since", holding.validFrom());
        }
        boolean later = term != null
                && holding.validFrom().isAfter(term.beginsOn())
                && holding.validFrom().isBefore(term.dueOn());
        return page.t(later ? "organization.seat.by-election" : "organization.seat.term", holding.validFrom(), due);
    }

    private Seat empty(Post post) {
        Optional<Holding> last = profile.last().stream()
                .filter(holding -> holding.post() == post)
                .findFirst();
        return new Seat(
                page.t("organization.post." + post),
                null,
                null,
                page.t("organization.seat.vacant"),
                last.map(holding -> page.t("organization.seat.left", holding.name(), holding.validTo()))
                        .orElse(""),
                null,
                Objects.requireNonNullElse(instead(post), ""));
    }

    /** Whom to ask meanwhile: who stands in, or else the secretary. */
    private @Nullable String instead(Post post) {
        return profile.held().stream()
                .filter(holding -> holding.deputy() ? holding.post() == post : holding.post() == Post.SECRETARY)
                .max(Comparator.comparing(Holding::deputy))
                .map(holding -> page.t("organization.seat.ask", holding.name()))
                .orElse(null);
    }
}
