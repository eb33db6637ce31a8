package org.yijitong.organization.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.organization.Census;
import org.yijitong.organization.DayView;
import org.yijitong.organization.Histories;
import org.yijitong.organization.History;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Profile;
import org.yijitong.organization.Profiles;
import org.yijitong.organization.Rules;
import org.yijitong.organization.Warning;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** One organization, as of any day. */
@Controller
class OrganizationController {
    private static final int NEWEST = 6;

    private final Profiles profiles;
    private final Histories histories;
    private final Rules rules;
    private final Telling telling;
    private final Addresses addresses;
    private final MemberLists lists;
    private final Days days;
    private final Templates html;

    OrganizationController(
            Profiles profiles,
            Histories histories,
            Rules rules,
            Telling telling,
            Addresses addresses,
            MemberLists lists,
            Days days,
            Templates html) {
        this.profiles = profiles;
        this.histories = histories;
        this.rules = rules;
        this.telling = telling;
        this.addresses = addresses;
        this.lists = lists;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/units/{unit}/organizations/{organization}")
    Html organization(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @RequestParam @Nullable String on,
            @RequestParam @Nullable String as,
            RosterQuery members) {
        DayView day = DayView.of(on, as, days.today());
        OrganizationId id = Addresses.id(organization);
        Optional<Profile> profile = profiles.of(scope, id, day.asOf());
        return new Html(
                profile.isPresent()
                        ? html.organizationProfile(page, present(page, scope, day, profile.get(), members))
                        : html.organizationAbsent(page, absent(page, scope, day, id)));
    }

    private OrganizationPage present(Page page, Scope scope, DayView day, Profile profile, RosterQuery query) {
        OrganizationId id = profile.organizationId();
        String base = Addresses.of(scope, id);
        boolean mayChange = addresses.mayChange(page, scope, day);
        Minding minding = new Minding(page, rules);
        History history = histories.of(scope, id, day.asOf(), null, NEWEST);
        return new OrganizationPage(
                Addresses.tree(scope),
                base,
                day,
                Addresses.way(scope, profile.above(), day),
                title(page, profile, minding),
                lead(page, profile),
                profile,
                addresses.above(page, scope, profile).orElse(null),
                profile.warnings().stream()
                        .map(warning -> minding.mind(warning, mayChange ? base : null))
                        .toList(),
                new Seats(page, profile, addresses.people(page, scope, profile)).rows(),
                telling.tell(page, history, id, base),
                histories.count(scope, id, day.asOf()),
                members(page, scope, day, profile, query),
                mayChange);
    }

    /** Only branches and groups have people of their own. */
    private @Nullable MemberList members(Page page, Scope scope, DayView day, Profile profile, RosterQuery query) {
        if (profile.census().total() == 0 || looksFromAbove(page, scope, profile)) {
            return null;
        }
        Map<String, String> keep = new LinkedHashMap<>();
        if (day.past()) {
            keep.put("on", day.on().toString());
            keep.put("as", day.then() ? "then" : "now");
        }
        OrganizationId id = profile.organizationId();
        return lists.of(page, scope, id, day.asOf(), Addresses.of(scope, id), keep, query);
    }

    /** The committee of a unit below is shown without its people: their roster asks for a reason. */
    private static boolean looksFromAbove(Page page, Scope scope, Profile profile) {
        CurrentUser user = page.user();
        return user != null
                && !scope.unit().equals(user.unit())
                && profile.organizationId().value().equals(scope.top());
    }

    private static String title(Page page, Profile profile, Minding minding) {
        String name = profile.state().display();
        List<Warning> warnings = profile.warnings();
        return switch (warnings.size()) {
            case 0 -> page.t("organization.title.fine", name);
            case 1 -> page.t("organization.title.one", name, minding.finding(warnings.getFirst()));
            default ->
                page.t("organization.title.more", name, minding.finding(warnings.getFirst()), warnings.size() - 1);
        };
    }

    private static String lead(Page page, Profile profile) {
        List<String> parts = new ArrayList<>();
        parts.add(page.t("organization.kind." + profile.state().kind()));
        parts.add(page.t("organization.lead.founded", page.words().longDate(profile.founded())));
        Census census = profile.census();
        if (census.members() > 0) {
            List<String> kinds = new ArrayList<>();
            add(page, kinds, "full", census.full());
            add(page, kinds, "probationary", census.probationary());
            add(page, kinds, "suspended", census.suspended());
            parts.add(page.t(
                    "organization.lead.members", census.members(), String.join(page.t("organization.and"), kinds)));
        }
        return String.join(page.t("organization.dot"), parts);
    }

    private static void add(Page page, List<String> parts, String key, int number) {
        if (number > 0) {
            parts.add(page.t("organization.census.part", page.t("organization.census." + key), number));
        }
    }

    private AbsentPage absent(Page page, Scope scope, DayView day, OrganizationId id) {
        Profiles.Life life = profiles.life(scope, id);
        String key = day.on().isBefore(life.founded())
                ? "organization.absent.not-yet"
                : day.on().isBefore(life.closed()) ? "organization.absent.unknown" : "organization.absent.closed";
        return new AbsentPage(
                Addresses.tree(scope),
                Addresses.of(scope, id),
                day,
                life.name(),
                page.t(key, life.name()),
                page.t(key + ".lead", life.founded(), life.closed().equals(Days.FOREVER) ? "" : life.closed()));
    }
}
