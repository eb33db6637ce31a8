package org.yijitong.organization;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yijitong.organization.Warning.Kind;

/** What the rules say about the facts. Pure: the same facts on the same day give the same warnings. */
public final class Warnings {
    private final Facts facts;
    private final Rules rules;
    private final LocalDate on;
    private final List<Warning> found = new ArrayList<>();

    private Warnings(Facts facts, Rules rules, LocalDate on) {
        this.facts = facts;
        this.rules = rules;
        this.on = on;
    }

    /** The warnings about one organization on a day, the most urgent first. */
    public static List<Warning> of(Facts facts, Rules rules, LocalDate on) {
        Warnings warnings = new Warnings(facts, rules, on);
        warnings.term();
        warnings.posts();
        warnings.committee();
        warnings.size();
        return warnings.found.stream()
                .sorted(Comparator.comparing(Warning::kind))
                .toList();
    }

    private void term() {
        Rules.Term rule = rules.of(facts.kind()).term();
        if (rule == null) {
            return;
        }
        Term term = facts.term();
        if (term == null) {
            add(Kind.TERM_UNKNOWN, rule.article());
            return;
        }
        long left = ChronoUnit.DAYS.between(on, term.dueOn());
        if (left < 0) {
            add(Kind.TERM_OVER, rule.article(), term.beginsOn(), term.dueOn(), -left);
        } else if (left <= rule.noticeDays()) {
            add(Kind.TERM_ENDING, rule.article(), term.beginsOn(), term.dueOn(), left, (long) rule.years());
        }
    }

    /** A post that somebody held and nobody took over is empty, too, whether or not the rules name it. */
    private void posts() {
        Map<Post, String> needed = new LinkedHashMap<>();
        Rules.Must must = rules.must(facts.kind(), facts.census().full());
        if (must != null && !committeeIsMissing()) {
            must.names().forEach(post -> needed.put(post, must.article()));
        }
        facts.last().stream().filter(this::ofThisTerm).forEach(holding -> needed.putIfAbsent(holding.post(), ""));
        needed.forEach((post, article) -> {
            if (!facts.isHeld(post)) {
                vacant(post, article);
            }
        });
    }

    private boolean ofThisTerm(Holding holding) {
        Term term = facts.term();
        return term != null && holding.validTo().isAfter(term.beginsOn());
    }

    private void vacant(Post post, String article) {
        Optional<Holding> last =
                facts.last().stream().filter(holding -> holding.post() == post).findFirst();
        if (last.isEmpty()) {
            add(Kind.POST_EMPTY, article, post);
        } else {
            LocalDate since = last.get().validTo();
            add(Kind.POST_LEFT, article, post, last.get().name(), since, ChronoUnit.DAYS.between(since, on));
        }
    }

    private void committee() {
        Rules.Committee rule = rules.of(facts.kind()).committee();
        if (rule == null) {
            return;
        }
        long people = peopleInPosts();
        if (committeeIsMissing()) {
            add(Kind.COMMITTEE_MISSING, rule.article(), (long) facts.census().full(), (long) rule.from());
        } else if (facts.census().full() >= rule.from() && people < rule.least()) {
            add(Kind.COMMITTEE_SMALL, rule.article(), people, (long) rule.least(), (long) rule.most());
        } else if (people > rule.most()) {
            add(Kind.COMMITTEE_LARGE, rule.article(), people, (long) rule.most());
        }
    }

    private boolean committeeIsMissing() {
        Rules.Committee rule = rules.of(facts.kind()).committee();
        return rule != null
                && facts.census().full() >= rule.from()
                && facts.last().isEmpty()
                && facts.holders().stream().allMatch(holding -> holding.post() == Post.SECRETARY);
    }

    private long peopleInPosts() {
        return facts.holders().stream().map(Holding::personId).distinct().count();
    }

    private void size() {
        for (Rules.Size rule : rules.of(facts.kind()).members()) {
            long people = rule.full() ? facts.census().full() : facts.census().members();
            if (people < rule.least()) {
                add(rule.full() ? Kind.TOO_FEW_FULL : Kind.TOO_FEW, rule.article(), people, (long) rule.least());
            } else if (people > rule.most()) {
                add(Kind.TOO_MANY, rule.article(), people, (long) rule.most());
            }
        }
    }

    private void add(Kind kind, String article, Object... arguments) {
        found.add(new Warning(kind, List.of(arguments), article));
    }
}
