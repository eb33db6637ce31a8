package org.yijitong.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.matter.Board;
import org.yijitong.matter.MatterFilter;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Tree;
import org.yijitong.organization.Trees;
import org.yijitong.organization.Units;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Scope;

/** Makes the matters of the demonstration world, each through the steps its people took, in one transaction. */
@Component
class MatterMaker {
    private final Docket.Verbs verbs;
    private final Board board;
    private final Trees trees;
    private final Units units;
    private final DemoAccounts accounts;
    private final TransactionTemplate transaction;

    MatterMaker(
            Docket.Verbs verbs,
            Board board,
            Trees trees,
            Units units,
            DemoAccounts accounts,
            TransactionTemplate transaction) {
        this.verbs = verbs;
        this.board = board;
        this.trees = trees;
        this.units = units;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /**
     * Makes them, unless there are matters already, or accounts that act in them are not there.
     *
     * @param seed the same seed and day give the same matters
     * @return how many deeds that were
     */
    int make(long seed, LocalDate today) {
        Casebook book = Casebook.read();
        LocalDate reference = WorldFile.read("world", World.class).reference();
        Map<String, Scope> actors = accounts.actors();
        Set<String> codes = new HashSet<>();
        book.cases().forEach(each -> codes.add(each.unit()));
        if (!actors.keySet().containsAll(book.actors()) || codes.stream().anyMatch(this::used)) {
            return 0;
        }
        Map<String, OrganizationId> places = new HashMap<>();
        codes.forEach(code -> places.putAll(places(code, today)));
        Chronicle chronicle = new Chronicle(new Random(seed), today);
        Docket docket = new Docket(verbs, actors, places, new StoryDays(reference, today), chronicle);
        book.cases().forEach(docket::plan);
        return Objects.requireNonNull(transaction.execute(_ -> chronicle.play(new Random(~seed))));
    }

    private boolean used(String code) {
        Scope all = Standing.all(units.byCode(code).orElseThrow());
        return any(all, false) || any(all, true);
    }

    private boolean any(Scope all, boolean settled) {
        MatterFilter filter = new MatterFilter(false, settled, false, null, null, null, "", null);
        return !board.lines(all, filter, 1).isEmpty();
    }

    private Map<String, OrganizationId> places(String code, LocalDate today) {
        Unit unit = units.byCode(code).orElseThrow();
        Map<String, OrganizationId> places = new HashMap<>();
        trees.asOf(Standing.all(unit), Tree.PARTY, AsOf.knownNow(today))
                .forEach(row -> places.put(Docket.place(code, row.display()), row.organizationId()));
        return places;
    }
}
