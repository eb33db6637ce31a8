package org.yijitong.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.RosterFilter;
import org.yijitong.organization.RosterRow;
import org.yijitong.organization.Rosters;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/** Opens the accounts of a whole branch at once, from its roster, with an invitation for each: a one-time code on paper. */
@Component
@Transactional
public class RosterAccounts {
    /** The most that are opened at once. */
    public static final int MOST = 200;
    /** How many days an invitation is good for: paper takes longer to hand out than a telephone call. */
    public static final int DAYS = 7;

    private final Rosters rosters;
    private final HolderStore holders;
    private final AccountStore accounts;
    private final GrantStore grants;
    private final Delegation delegation;
    private final Audit audit;
    private final Uuid7 ids;
    private final Clock clock;
    private final Days days;

    RosterAccounts(
            Rosters rosters,
            HolderStore holders,
            AccountStore accounts,
            GrantStore grants,
            Delegation delegation,
            Audit audit,
            Uuid7 ids,
            Clock clock,
            Days days) {
        this.rosters = rosters;
        this.holders = holders;
        this.accounts = accounts;
        this.grants = grants;
        this.delegation = delegation;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.days = days;
    }

    /**
     * An account that was opened.
     *
     * @param person the name of its holder
     * @param name what its holder types
     * @param code the one-time code, shown once
     */
    public record Opened(String person, String name, String code) {}

    /** Those of a branch who have no account yet, in the order of the roster; at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<RosterRow> without(Scope scope, OrganizationId branch) {
        List<RosterRow> all =
                rosters.page(scope, RosterFilter.of(branch), "", MOST).rows();
        Set<PersonId> having = holders.having(
                scope.unit(), all.stream().map(RosterRow::personId).toList());
        return all.stream().filter(row -> !having.contains(row.personId())).toList();
    }

    /**
     * Opens accounts with a post from today, each held by one of the roster and named after its pinyin.
     *
     * @param people of the branch; those who have an account already are left alone
     * @throws Invalid on {@code person} when nobody is left, on {@code role} or {@code organization} when it may not be given
     * @throws Refused when someone else took one of the names meanwhile
     */
    public List<Opened> open(Scope scope, String actingRole, Collection<PersonId> people, GivenPost.Asked asked) {
        List<RosterRow> rows = without(scope, new OrganizationId(asked.organization())).stream()
                .filter(row -> people.contains(row.personId()))
                .toList();
        if (rows.isEmpty()) {
            throw new Invalid("person", "access.roster.nobody");
        }
        GrantStore.Row post = delegation.ordinary(scope, actingRole, asked);
        List<AccountStore.Fresh> fresh = new ArrayList<>();
        List<Opened> opened = new ArrayList<>();
        AccountNamesFree names = new AccountNamesFree(rows, accounts::taken);
        for (RosterRow row : rows) {
            Secret code = Secret.code();
            String name = names.next(row);
            fresh.add(new AccountStore.Fresh(
                    ids.next(),
                    name,
                    SignIn.key(name),
                    row.name(),
                    HexFormat.of().formatHex(code.hash())));
            opened.add(new Opened(row.name(), name, code.text()));
        }
        keep(scope, fresh, rows, post, asked.end());
        return opened;
    }

    private void keep(
            Scope scope, List<AccountStore.Fresh> fresh, List<RosterRow> rows, GrantStore.Row post, LocalDate end) {
        Instant now = clock.instant();
        if (accounts.addAll(scope.unit(), fresh, now) != fresh.size()) {
            throw new Refused("access.roster.again");
        }
        accounts.addCodes(fresh, scope.account(), now, now.plus(Duration.ofDays(DAYS)));
        grants.add(
                fresh.stream()
                        .map(each -> post.with(each.accountId(), ids.next()))
                        .toList(),
                days.today(),
                end);
        List<HolderStore.Held> held = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            held.add(new HolderStore.Held(
                    fresh.get(i).accountId(), rows.get(i).personId().value()));
        }
        holders.addAll(scope, held, now);
        List<UUID> all = fresh.stream().map(AccountStore.Fresh::accountId).toList();
        audit.record(
                scope,
                "account.opened-from-roster",
                "organization",
                post.organizationId(),
                Map.of("role", post.role(), "accounts", all));
    }
}
