package org.yijitong.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.access.Accounts;
import org.yijitong.access.Delegation;
import org.yijitong.access.GivenPost;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Scope;

/** Somebody from outside who judges now and then, and whoever gives them the post. */
final class RandomJudges {
    private final Accounts accounts;
    private final Delegation delegation;
    private final Scope office;
    private final Scope boss;
    private final Scope judge;
    private @Nullable UUID grant;

    RandomJudges(Accounts accounts, Delegation delegation, Scope office) {
        this.accounts = accounts;
        this.delegation = delegation;
        this.office = office;
        this.boss = account("administrator");
        this.judge = account("member");
    }

    /** Who judges. */
    Scope judge() {
        return judge;
    }

    /** They begin to judge until a day, or do not go on; whether they begin. */
    boolean change(OrganizationId place, LocalDate last) {
        UUID before = grant;
        grant = null;
        if (before != null) {
            delegation.end(boss, "administrator", judge.account(), before);
            return false;
        }
        grant = delegation.give(
                boss, "administrator", judge.account(), new GivenPost.Asked("judge", place.value(), last));
        return true;
    }

    private Scope account(String role) {
        String name = "world" + UUID.randomUUID().toString().substring(0, 12);
        Grant held = new Grant(role, office.unit(), office.top());
        return new Scope(accounts.create(name, name, World.PASSWORD, List.of(held)), office.unit(), office.top());
    }
}
