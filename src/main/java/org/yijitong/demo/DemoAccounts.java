package org.yijitong.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.access.Account;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.Holders;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.Companies;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Post;
import org.yijitong.organization.Tree;
import org.yijitong.organization.TreeRow;
import org.yijitong.organization.Trees;
import org.yijitong.organization.Units;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** Who can sign in to the demonstration world: one account for each role, with a password that everyone may know. */
@Component
class DemoAccounts {
    private final Units units;
    private final Trees trees;
    private final Companies companies;
    private final Accounts accounts;
    private final Holders holders;
    private final Days days;

    DemoAccounts(Units units, Trees trees, Companies companies, Accounts accounts, Holders holders, Days days) {
        this.units = units;
        this.trees = trees;
        this.companies = companies;
        this.accounts = accounts;
        this.holders = holders;
        this.days = days;
    }

    /** The file: one password, some accounts. */
    record Listed(String password, List<Holder> accounts) {}

    /**
     * @param person whose it is; absent for whoever holds the seat
     * @param post what the role is called
     * @param where what is printed behind it
     * @param organization the short name of a branch; absent for the whole unit
     */
    record Holder(
            String name,
            @Nullable String person,
            String role,
            String post,
            String unit,
            String where,
            @Nullable String organization,
            @Nullable Seat seat) {}

    /** A post of an organization, by its short name. */
    record Seat(String organization, Post post) {}

    /** An account that was made, and at which organization its reach ends. */
    private record Present(Holder holder, Unit unit, UUID place, Account account) {}

    /** Makes them, in the transaction that makes the world. */
    void make() {
        Listed listed = WorldFile.read("accounts", Listed.class);
        for (Holder holder : listed.accounts()) {
            Unit unit = units.byCode(holder.unit()).orElseThrow();
            Grant grant = new Grant(holder.role(), unit.unitId(), place(unit, holder.organization()));
            String person = person(unit, holder);
            UUID account = accounts.create(holder.name(), person, listed.password(), List.of(grant));
            holders.match(new Scope(Accounts.NOBODY, unit.unitId(), grant.organization()), account, person);
        }
    }

    private String person(Unit unit, Holder holder) {
        Seat seat = holder.seat();
        if (seat == null) {
            return Objects.requireNonNull(holder.person());
        }
        OrganizationId organization = new OrganizationId(place(unit, seat.organization()));
        return companies.around(Standing.all(unit), organization, List.of(), days.today()).getFirst().holders().stream()
                .filter(each -> each.posts().contains(seat.post()))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** Whose account writes for which organization: the first that is listed. */
    Map<UUID, UUID> writers() {
        Map<UUID, UUID> writers = new LinkedHashMap<>();
        present()
                .forEach(
                        each -> writers.putIfAbsent(each.place(), each.account().accountId()));
        return writers;
    }

    /** As whom the accounts act, by their names; without those that are not there. */
    Map<String, Scope> actors() {
        Map<String, Scope> actors = new LinkedHashMap<>();
        present()
                .forEach(each -> actors.put(
                        each.holder().name(),
                        new Scope(each.account().accountId(), each.unit().unitId(), each.place())));
        return actors;
    }

    /** One line for each, for whoever starts the product. */
    List<String> lines() {
        String password = WorldFile.read("accounts", Listed.class).password();
        return present().stream()
                .map(each -> "  %-12s %s  %s, %s, %s"
                        .formatted(
                                each.holder().name(),
                                password,
                                each.account().displayName(),
                                each.holder().post(),
                                each.holder().where()))
                .toList();
    }

    private List<Present> present() {
        List<Present> present = new ArrayList<>();
        for (Holder holder : WorldFile.read("accounts", Listed.class).accounts()) {
            units.byCode(holder.unit())
                    .ifPresent(unit -> accounts.list(Standing.all(unit), "", 100).stream()
                            .filter(account -> account.name().equals(holder.name()))
                            .findFirst()
                            .ifPresent(account -> present.add(
                                    new Present(holder, unit, place(unit, holder.organization()), account))));
        }
        return present;
    }

    private UUID place(Unit unit, @Nullable String organization) {
        if (organization == null) {
            return unit.rootId().value();
        }
        return trees.asOf(Standing.all(unit), Tree.PARTY, AsOf.knownNow(days.today())).stream()
                .filter(row -> row.display().equals(organization))
                .map(TreeRow::organizationId)
                .findFirst()
                .orElseThrow()
                .value();
    }
}
