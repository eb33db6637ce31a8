package org.yijitong.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.Holders;
import org.yijitong.organization.AsOf;
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
    private final Accounts accounts;
    private final Holders holders;
    private final Days days;

    DemoAccounts(Units units, Trees trees, Accounts accounts, Holders holders, Days days) {
        this.units = units;
        this.trees = trees;
        this.accounts = accounts;
        this.holders = holders;
        this.days = days;
    }

    /** The file: one password, some accounts. */
    record Listed(String password, List<Holder> accounts) {}

    /**
     * @param post what the role is called
     * @param where what is printed behind it
     * @param organization the short name of a branch; absent for the whole unit
     */
    record Holder(
            String name,
            String person,
            String role,
            String post,
            String unit,
            String where,
            @Nullable String organization) {}

    /** Makes them, in the transaction that makes the world. */
    void make() {
        Listed listed = WorldFile.read("accounts", Listed.class);
        for (Holder holder : listed.accounts()) {
            Unit unit = units.byCode(holder.unit()).orElseThrow();
            Grant grant = new Grant(holder.role(), unit.unitId(), place(unit, holder));
            UUID account = accounts.create(holder.name(), holder.person(), listed.password(), List.of(grant));
            holders.match(new Scope(Accounts.NOBODY, unit.unitId(), grant.organization()), account, holder.person());
        }
    }

    /** Whose account writes for which organization. */
    Map<UUID, UUID> writers() {
        Map<UUID, UUID> writers = new LinkedHashMap<>();
        for (Holder holder : WorldFile.read("accounts", Listed.class).accounts()) {
            Unit unit = units.byCode(holder.unit()).orElseThrow();
            accounts.list(Standing.all(unit), "", 100).stream()
                    .filter(account -> account.name().equals(holder.name()))
                    .findFirst()
                    .ifPresent(account -> writers.putIfAbsent(place(unit, holder), account.accountId()));
        }
        return writers;
    }

    /** One line for each, for whoever starts the product. */
    List<String> lines() {
        Listed listed = WorldFile.read("accounts", Listed.class);
        return listed.accounts().stream()
                .map(holder -> "  %-12s %s  %s, %s, %s"
                        .formatted(holder.name(), listed.password(), holder.person(), holder.post(), holder.where()))
                .toList();
    }

    private UUID place(Unit unit, Holder holder) {
        if (holder.organization() == null) {
            return unit.rootId().value();
        }
        return trees.asOf(Standing.all(unit), Tree.PARTY, AsOf.knownNow(days.today())).stream()
                .filter(row -> row.display().equals(holder.organization()))
                .map(TreeRow::organizationId)
                .findFirst()
                .orElseThrow()
                .value();
    }
}
