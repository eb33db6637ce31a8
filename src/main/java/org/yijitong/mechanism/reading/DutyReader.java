package org.yijitong.mechanism.reading;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.mechanism.Condition;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.FactField;
import org.yijitong.mechanism.FactKind;
import org.yijitong.mechanism.Heads;
import org.yijitong.yaml.Entries;
import org.yijitong.yaml.Faults;
import org.yijitong.yaml.Scalars;
import org.yijitong.yaml.Term;

/** Reads one duty. */
final class DutyReader {
    /** Stands where the database will put its own. */
    private static final UUID NOT_STORED = new UUID(0, 0);

    /** The names that a duty may have, in the order in which they are mostly written. */
    static final String[] KEYS = {
        "duty",
        "name",
        "basis",
        "owed-by",
        "every",
        "after",
        "need",
        "counts",
        "grace",
        "excuses",
        "visible",
        "advice",
        "mistakes",
        "proposal"
    };

    private static final FactKind NO_FACT = new FactKind("", List.of());
    private static final int MOST_MEMBERS = 100_000;
    private static final int MOST_TIME = 400;

    private final Faults faults;
    private final Scalars scalars;
    private final Heads heads;
    private final ConditionReader conditions;

    DutyReader(Vocabulary vocabulary, Faults faults) {
        this.faults = faults;
        this.scalars = new Scalars(faults);
        this.heads = new Heads(faults);
        this.conditions = new ConditionReader(vocabulary, faults);
    }

    /** What a duty asks for, checked as a whole. */
    private record Asked(
            Duty.Bearer bearer, ConditionReader.@Nullable Facts facts, Need need, Duty.@Nullable Trigger trigger) {
        FactKind fact() {
            return facts == null ? NO_FACT : facts.kind();
        }

        List<Condition> counts() {
            return facts == null ? List.of() : facts.conditions();
        }
    }

    Duty read(Node node, Duty.Mechanism mechanism, int position) {
        Entries entries = new Entries(node, faults, KEYS);
        Asked asked = asked(entries);
        return new Duty(
                NOT_STORED,
                NOT_STORED,
                mechanism,
                position,
                entries.need("duty", "", scalars::id),
                entries.need("name", new Duty.Name("", ""), heads::name),
                entries.need("basis", new Duty.Basis("", ""), heads::basis),
                asked.bearer(),
                period(entries),
                entries.or("grace", new Duty.Grace(0, Duty.Unit.DAYS), each -> time(each, 0)),
                asked.fact(),
                asked.counts(),
                asked.need().amount(),
                asked.need().per(),
                asked.need().sumField(),
                asked.trigger(),
                excuses(entries),
                entries.or("visible", Duty.Visibility.DIRECT, this::visibility),
                entries.find("advice").map(heads::name).orElse(null),
                entries.find("mistakes").map(heads::name).orElse(null),
                entries.find("proposal").map(heads::name).orElse(null));
    }

    private Asked asked(Entries entries) {
        ConditionReader.Facts facts = entries.need("counts", Optional.<ConditionReader.Facts>empty(), this::facts)
                .orElse(null);
        Duty.Bearer bearer = entries.need("owed-by", nobody(), this::bearer);
        Need need = entries.need("need", Need.ONCE, each -> need(each, bearer, facts));
        Duty.Trigger trigger = rhythm(entries, bearer, facts);
        if (trigger != null && need.per() != Duty.NeedPer.ORGANIZATION) {
            faults.at(entries.key("need"), "mechanism.fault.misplaced", "per");
        }
        return new Asked(bearer, facts, need, trigger);
    }

    private Optional<ConditionReader.Facts> facts(Node node) {
        return conditions.read(new Entries(node, faults, "fact", "where"));
    }

    private Duty.Period period(Entries entries) {
        return entries.find("every")
                .flatMap(node -> scalars.word(node, Vocabulary.periods()))
                .map(word -> Vocabulary.constant(Duty.Period.class, word))
                .orElse(entries.has("after") ? Duty.Period.AFTER : Duty.Period.YEAR);
    }

    /** Either a period or what sets it off. */
    private Duty.@Nullable Trigger rhythm(
            Entries entries, Duty.Bearer bearer, ConditionReader.@Nullable Facts counted) {
        if (entries.has("every") == entries.has("after")) {
            if (entries.node() instanceof MappingNode) {
                faults.at(entries.key("after"), "mechanism.fault.rhythm");
            }
            return null;
        }
        if (entries.has("after") && entries.has("grace")) {
            faults.at(entries.key("grace"), "mechanism.fault.grace");
        }
        if (entries.has("after") && (bearer.personal() || bearer.least() > 0 || bearer.most() < Integer.MAX_VALUE)) {
            faults.at(entries.key("owed-by"), "mechanism.fault.after-bearer");
        }
        return entries.find("after").map(node -> trigger(node, counted)).orElse(null);
    }

    private Duty.@Nullable Trigger trigger(Node node, ConditionReader.@Nullable Facts counted) {
        Entries entries = new Entries(node, faults, "fact", "where", "within");
        Duty.Grace within = entries.need("within", new Duty.Grace(1, Duty.Unit.DAYS), each -> time(each, 1));
        Optional<ConditionReader.Facts> facts = conditions.read(entries);
        if (facts.isEmpty()) {
            return null;
        }
        Set<Condition> sets = new HashSet<>(facts.get().conditions());
        if (counted != null
                && facts.get().kind().equals(counted.kind())
                && counted.conditions().containsAll(sets)) {
            faults.at(node, "mechanism.fault.cycle");
        }
        return new Duty.Trigger(facts.get().kind(), facts.get().conditions(), within);
    }

    private Duty.Grace time(Node node, int least) {
        List<Term> units = Vocabulary.units();
        Entries entries =
                new Entries(node, faults, units.stream().map(Term::word).toArray(String[]::new));
        List<Term> written =
                units.stream().filter(unit -> entries.has(unit.word())).toList();
        if (written.size() != 1) {
            if (node instanceof MappingNode) {
                faults.at(node, "yaml.fault.one", units);
            }
            return new Duty.Grace(least, Duty.Unit.DAYS);
        }
        String unit = written.getFirst().word();
        int amount = entries.or(unit, least, each -> scalars.whole(each, least, MOST_TIME));
        return new Duty.Grace(amount, Vocabulary.constant(Duty.Unit.class, unit));
    }

    private static Duty.Bearer nobody() {
        return new Duty.Bearer(false, Set.of(), Set.of(), 0, Integer.MAX_VALUE);
    }

    private Duty.Bearer bearer(Node node) {
        Entries entries = new Entries(node, faults, "organizations", "people", "posts", "members");
        boolean personal = entries.has("people");
        if (personal == entries.has("organizations")) {
            if (node instanceof MappingNode) {
                faults.at(node, "mechanism.fault.bearer");
            }
            return nobody();
        }
        String misplaced = personal ? "members" : "posts";
        if (entries.has(misplaced)) {
            faults.at(entries.key(misplaced), "mechanism.fault.misplaced", misplaced);
        }
        Set<String> kinds = personal
                ? entries.or("people", Set.of(), each -> scalars.words(each, Vocabulary.people()))
                : entries.or("organizations", Set.of(), each -> scalars.words(each, Vocabulary.organizations()));
        Set<String> posts = entries.or("posts", Set.of(), each -> scalars.words(each, Vocabulary.posts()));
        int[] members = entries.or("members", new int[] {0, Integer.MAX_VALUE}, this::members);
        return new Duty.Bearer(personal, kinds, posts, members[0], members[1]);
    }

    private int[] members(Node node) {
        Entries entries = new Entries(node, faults, "least", "most");
        int least = entries.or("least", 0, each -> scalars.whole(each, 0, MOST_MEMBERS));
        int most = entries.or("most", Integer.MAX_VALUE, each -> scalars.whole(each, 0, MOST_MEMBERS));
        if (least > most) {
            faults.at(node, "mechanism.fault.members", least, most);
        }
        return new int[] {least, most};
    }

    /** How much; a sum names the field that is added up. */
    private record Need(
            BigDecimal amount, Duty.NeedPer per, @Nullable String sumField) {
        static final Need ONCE = new Need(BigDecimal.ONE, Duty.NeedPer.ORGANIZATION, null);
    }

    private Need need(Node node, Duty.Bearer bearer, ConditionReader.@Nullable Facts facts) {
        if (!(node instanceof MappingNode)) {
            return new Need(scalars.positive(node), Duty.NeedPer.ORGANIZATION, null);
        }
        Entries entries = new Entries(node, faults, "at-least", "sum", "per");
        if (bearer.personal() && entries.has("per")) {
            faults.at(entries.key("per"), "mechanism.fault.misplaced", "per");
        }
        return new Need(
                entries.need("at-least", BigDecimal.ONE, scalars::positive),
                entries.or("per", Duty.NeedPer.ORGANIZATION, this::per),
                entries.find("sum").map(each -> sum(each, facts)).orElse(null));
    }

    private Duty.NeedPer per(Node node) {
        return scalars.word(node, Vocabulary.needs())
                .map(word -> Vocabulary.constant(Duty.NeedPer.class, word))
                .orElse(Duty.NeedPer.ORGANIZATION);
    }

    private @Nullable String sum(Node node, ConditionReader.@Nullable Facts facts) {
        if (facts == null) {
            return null;
        }
        Optional<String> word = scalars.word(node, Vocabulary.fieldTerms(facts.kind()));
        word.flatMap(facts.kind()::field)
                .filter(field -> field.type() != FactField.Type.NUMBER)
                .ifPresent(field -> faults.at(
                        node,
                        "mechanism.fault.sum",
                        new Term(field.name(), "fact." + facts.kind().name() + "." + field.name())));
        return word.orElse(null);
    }

    private Set<Duty.Excuse> excuses(Entries entries) {
        Set<Duty.Excuse> excuses = EnumSet.noneOf(Duty.Excuse.class);
        entries.find("excuses")
                .ifPresent(node -> Entries.elements(node)
                        .forEach(each -> scalars.word(each, Vocabulary.excuses())
                                .ifPresent(word -> excuses.add(Vocabulary.constant(Duty.Excuse.class, word)))));
        return excuses;
    }

    private Duty.Visibility visibility(Node node) {
        return scalars.word(node, Vocabulary.visibilities())
                .map(word -> Vocabulary.constant(Duty.Visibility.class, word))
                .orElse(Duty.Visibility.DIRECT);
    }
}
