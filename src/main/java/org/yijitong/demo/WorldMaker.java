package org.yijitong.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.demo.World.UnitPlan;
import org.yijitong.organization.Because;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Moment;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Makes the whole world in one transaction: all of it is there, or nothing. */
@Component
class WorldMaker {
    /** Who acts when no person does. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Verbs verbs;
    private final DemoAccounts accounts;

    WorldMaker(Verbs verbs, DemoAccounts accounts) {
        this.verbs = verbs;
        this.accounts = accounts;
    }

    /** How much was made. */
    record Made(int units, int branches, int deeds) {}

    /** What the making of one world shares. */
    private record Making(
            World world,
            Story story,
            Vocabulary words,
            StoryDays days,
            PersonMaker people,
            Random content,
            Random identifiers) {}

    /**
     * Makes it.
     *
     * @param seed the same seed and day give the same world
     */
    @Transactional
    public Made make(long seed, LocalDate today) {
        World world = WorldFile.read("world", World.class);
        Story story = WorldFile.read("story", Story.class);
        Vocabulary words = WorldFile.read("people", Vocabulary.class);
        Random content = new Random(seed);
        List<String> told = story.people().stream().map(Story.Person::name).toList();
        PersonMaker people = new PersonMaker(words, new Names(words, told, content), content, today);
        StoryDays days = new StoryDays(world.reference(), today);
        Making making = new Making(world, story, words, days, people, content, new Random(~seed));
        UnitId above = null;
        int deeds = 0;
        List<UnitPlan> plans = world.units();
        for (int i = 0; i < plans.size(); i++) {
            Site site = site(making, plans.get(i), above, i);
            above = above == null ? site.unit().unitId() : above;
            deeds += live(making, site, i);
        }
        accounts.make();
        int branches = plans.stream().mapToInt(plan -> plan.branches().size()).sum();
        return new Made(plans.size(), branches, deeds);
    }

    /** Founds the unit; the committee above all others comes first. */
    private Site site(Making making, UnitPlan plan, @Nullable UnitId above, int number) {
        AtomicReference<Unit> founded = new AtomicReference<>();
        LocalDate beginning = making.days().of(making.world().beginning());
        Because because = Because.on(making.days().of(plan.founded()));
        Moment.at(
                StoryDays.at(beginning, number),
                making.identifiers(),
                () -> founded.set(
                        verbs.units().found(NOBODY, plan.code(), above, Founder.top(making.world(), plan), because)));
        Unit unit = Objects.requireNonNull(founded.get());
        Scope scope = new Scope(NOBODY, unit.unitId(), unit.rootId().value());
        Chronicle chronicle = new Chronicle(making.content(), making.days().today());
        return new Site(
                making.world(),
                plan,
                unit,
                scope,
                Site.noPlaces(),
                making.days(),
                chronicle,
                making.people(),
                making.words(),
                making.content(),
                verbs);
    }

    /** Plans and then does everything that happened in a unit; how many deeds that were. */
    private static int live(Making making, Site site, int number) {
        LocalDate beginning = making.days().of(making.world().beginning());
        Founder founder = new Founder(site);
        Moment.at(StoryDays.at(beginning, 30 + number), making.identifiers(), () -> {
            founder.found();
            founder.earlierNames();
        });
        Life life = new Life(site);
        List<Figure> entered = new ArrayList<>(life.plan());
        List<Figure> young = new ArrayList<>();
        life.branches().stream()
                .filter(branch -> branch.plan.name().equals(site.plan().youth().branch()))
                .forEach(branch -> young.addAll(branch.youngsters));
        if (making.story().unit().equals(site.plan().code())) {
            Telling telling = new Telling(site, making.story());
            entered.addAll(telling.plan());
            young.addAll(telling.youth());
        }
        site.chronicle().on(beginning.plusDays(1), () -> new Ways(site).enter(entered));
        study(site, founder, life, young);
        Elections elections = new Elections(site);
        elections.plan(life.branches());
        new Changes(site, founder).plan(life.branches(), elections);
        return site.chronicle().play(making.identifiers());
    }

    private static void study(Site site, Founder founder, Life life, List<Figure> young) {
        LocalDate founded = founder.youthFounded();
        LocalDate beginning = site.days().of(site.world().beginning());
        boolean later = !founded.isBefore(beginning);
        site.chronicle().on(later ? founded : beginning.plusDays(3), () -> {
            if (later) {
                founder.youth();
                founder.flush();
            }
            life.study(young, founded);
        });
    }
}
