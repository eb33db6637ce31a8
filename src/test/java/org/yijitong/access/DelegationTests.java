package org.yijitong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ProductTest;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.Tree;
import org.yijitong.organization.TreeRow;
import org.yijitong.organization.Trees;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/**
 * Whatever administrators of every kind try, in whatever order, nobody gives more than they hold: what is taken and what is
 * refused is what a rule says that is written down here, apart from the product.
 */
@ProductTest
@Import(SampleUnit.class)
@Transactional
class DelegationTests {
    private static final int TRIES = 300;
    private static final List<String> ORDINARY =
            List.of("secretary", "officer", "staff", "committee", "office", "youth", "judge", "member");
    private static final List<String> APART = List.of("administrator", "system", "security", "auditor", "trustee");
    private static final Set<String> BRANCH = Set.of("secretary", "committee", "office", "youth", "judge", "member");

    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    Delegation delegation;

    @Autowired
    Trees trees;

    @Autowired
    Days days;

    /** @param last the last day of the post by which someone acts, or null for no end */
    record Actor(
            UUID account, String role, UUID top, @Nullable LocalDate last) {}

    record Given(UUID account, String role, UUID organization) {}

    /** Who acts on whom, where, and what is held so far. */
    private record Stage(
            SampleUnit.Made made, Map<UUID, UUID> above, List<Actor> actors, List<UUID> targets, Set<Given> held) {}

    /** A post that someone tries to give, and whether the rule lets them. */
    private record Try(Actor actor, UUID target, GivenPost.Asked asked, Given given, boolean may) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nobodyGivesMoreThanTheyHoldWhateverIsTried(long seed) {
        Random random = new Random(seed);
        Stage stage = stage();
        int given = 0;
        for (int i = 0; i < TRIES; i++) {
            Try tried = next(random, stage);
            assertThat(taken(stage.made, tried.actor, tried.target, tried.asked))
                    .as("seed %d, try %d: %s", seed, i, tried)
                    .isEqualTo(tried.may);
            if (tried.may) {
                stage.held.add(tried.given);
                given++;
            }
        }
        assertThat(given).as("tries that were taken").isBetween(10, TRIES / 2);
    }

    private Stage stage() {
        SampleUnit.Made made = sample.make();
        UUID root = made.unit().rootId().value();
        List<Actor> actors = actors(made);
        List<UUID> targets = new ArrayList<>(actors.stream().map(Actor::account).toList());
        Set<Given> held = new HashSet<>();
        actors.forEach(actor -> held.add(new Given(actor.account(), actor.role(), actor.top())));
        actors.stream()
                .filter(actor -> actor.last() != null)
                .forEach(limited -> held.add(new Given(limited.account(), "member", root)));
        for (String role : List.of("member", "secretary", "staff")) {
            UUID account = account(made, role, root);
            targets.add(account);
            held.add(new Given(account, role, root));
        }
        return new Stage(made, above(made), actors, targets, held);
    }

    private Try next(Random random, Stage stage) {
        List<UUID> places = new ArrayList<>(stage.above.keySet());
        places.add(UUID.randomUUID());
        Actor actor = one(random, stage.actors);
        String role = one(random, random.nextInt(3) == 0 ? APART : ORDINARY);
        UUID wanted = one(random, places);
        UUID place = BRANCH.contains(role) ? wanted : stage.made.unit().rootId().value();
        Given given = new Given(one(random, stage.targets), role, place);
        LocalDate until = random.nextBoolean() ? null : days.today().plusDays(random.nextInt(60) - 10L);
        boolean may = !given.account().equals(actor.account())
                && mayGive(actor.role(), role)
                && below(stage.above, place, actor.top())
                && lasts(until, actor.last())
                && (until != null || !role.equals("judge"))
                && apart(stage.held, given.account(), role)
                && !stage.held.contains(given);
        return new Try(actor, given.account(), new GivenPost.Asked(role, wanted, until), given, may);
    }

    private List<Actor> actors(SampleUnit.Made made) {
        UUID root = made.unit().rootId().value();
        UUID third = made.third().value();
        UUID boss = account(made, "administrator", root);
        LocalDate last = days.today().plusDays(30);
        UUID limited = account(made, "member", root);
        delegation.give(scope(made, boss, root), "administrator", limited, new GivenPost.Asked("security", root, last));
        return List.of(
                new Actor(boss, "administrator", root, null),
                new Actor(account(made, "administrator", third), "administrator", third, null),
                new Actor(account(made, "security", root), "security", root, null),
                new Actor(limited, "security", root, last),
                new Actor(account(made, "system", root), "system", root, null),
                new Actor(account(made, "auditor", root), "auditor", root, null),
                new Actor(account(made, "officer", root), "officer", root, null));
    }

    private boolean taken(SampleUnit.Made made, Actor actor, UUID target, GivenPost.Asked asked) {
        try {
            delegation.give(scope(made, actor.account(), actor.top()), actor.role(), target, asked);
            return true;
        } catch (Invalid | Refused refused) {
            return false;
        }
    }

    private static boolean mayGive(String giver, String role) {
        return switch (giver) {
            case "administrator" -> true;
            case "security" -> ORDINARY.contains(role);
            default -> false;
        };
    }

    private static boolean below(Map<UUID, UUID> above, UUID place, UUID top) {
        UUID each = above.containsKey(place) ? place : null;
        while (each != null && !each.equals(top)) {
            each = above.get(each);
        }
        return each != null;
    }

    private boolean lasts(@Nullable LocalDate until, @Nullable LocalDate own) {
        return (until == null || !until.isBefore(days.today()))
                && (own == null || (until != null && !until.isAfter(own)));
    }

    private static boolean apart(Set<Given> held, UUID account, String role) {
        return !APART.contains(role)
                || held.stream()
                        .filter(each -> each.account().equals(account))
                        .noneMatch(each ->
                                APART.contains(each.role()) && !each.role().equals(role));
    }

    /** Each organization of the Party tree with the one above it. */
    private Map<UUID, UUID> above(SampleUnit.Made made) {
        Map<UUID, UUID> above = new HashMap<>();
        for (TreeRow row : trees.asOf(made.scope(), Tree.PARTY, AsOf.knownNow(days.today()))) {
            var superior = row.superiorId();
            above.put(row.organizationId().value(), superior == null ? new UUID(0, 0) : superior.value());
        }
        return above;
    }

    private UUID account(SampleUnit.Made made, String role, UUID at) {
        String name = "d" + UUID.randomUUID().toString().substring(0, 12);
        return accounts.create(
                name, name, World.PASSWORD, List.of(new Grant(role, made.unit().unitId(), at)));
    }

    private static Scope scope(SampleUnit.Made made, UUID account, UUID top) {
        return new Scope(account, made.unit().unitId(), top);
    }

    private static <T> T one(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
