package org.yijitong.matter.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.matter.Comparison;
import org.yijitong.matter.Condition;
import org.yijitong.matter.DayFormula;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.Formula;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Heads;
import org.yijitong.yaml.Entries;
import org.yijitong.yaml.Faults;
import org.yijitong.yaml.Scalars;

/** Reads what must hold of the numbers and days of a step. */
final class ConditionReader {
    /** The names of a condition. */
    static final String[] CHECK = {"that", "says", "regulation", "article"};

    private static final int MOST = 5;
    private static final int LONGEST = 300;

    private final Faults faults;
    private final Scalars scalars;
    private final Heads heads;
    private final List<Field> fields;

    /** @param fields of the step */
    ConditionReader(Faults faults, List<Field> fields) {
        this.faults = faults;
        this.scalars = new Scalars(faults);
        this.heads = new Heads(faults);
        this.fields = fields;
    }

    List<Condition> all(Node node) {
        List<Node> elements = Entries.elements(node);
        if (elements.isEmpty() || elements.size() > MOST) {
            faults.at(node, elements.isEmpty() ? "yaml.fault.blank" : "yaml.fault.many", MOST);
        }
        return elements.stream().limit(MOST).flatMap(each -> one(each).stream()).toList();
    }

    private Optional<Condition> one(Node node) {
        Entries entries = new Entries(node, faults, CHECK);
        Optional<Comparison> that = entries.need("that", Optional.empty(), this::comparison);
        Duty.Name says = entries.need("says", new Duty.Name("", ""), heads::name);
        Duty.Basis basis =
                new Duty.Basis(entries.or("regulation", "", this::text), entries.or("article", "", this::text));
        return that.flatMap(read -> fields.stream()
                .map(Field::id)
                .filter(read.fields()::contains)
                .reduce((_, later) -> later)
                .map(field -> new Condition(read, field, says, basis)));
    }

    private Optional<Comparison> comparison(Node node) {
        Optional<String> written = scalars.plain(node);
        Optional<DayFormula> days = written.flatMap(DayFormula::read);
        Optional<DayFormula> meant = days.filter(read -> read.certain()
                || fields.stream()
                        .anyMatch(field ->
                                field.type() == Field.Type.DAY && read.fields().contains(field.id())));
        return meant.isPresent() ? days(node, meant.get()) : written.flatMap(text -> numbers(node, text));
    }

    /** One day at least is asked by the step itself; whether the others are known is a matter of the whole flow. */
    private Optional<Comparison> days(Node node, DayFormula read) {
        List<String> own = required(Field.Type.DAY);
        if (read.fields().stream().noneMatch(own::contains)) {
            faults.at(node, "matter.fault.check-day");
        }
        return Optional.of(read);
    }

    private Optional<Comparison> numbers(Node node, String written) {
        Optional<Formula> formula = Formula.read(written);
        if (formula.isEmpty()) {
            faults.at(node, "matter.fault.formula");
        }
        List<String> numbers = required(Field.Type.NUMBER);
        formula.ifPresent(read -> read.fields().stream()
                .filter(field -> !numbers.contains(field))
                .sorted(Comparator.naturalOrder())
                .forEach(field -> faults.unknown(node, field, FlowWords.own(numbers.stream()))));
        return formula.map(Comparison.class::cast);
    }

    private List<String> required(Field.Type type) {
        return fields.stream()
                .filter(field -> field.type() == type && field.required())
                .map(Field::id)
                .toList();
    }

    private String text(Node node) {
        return scalars.text(node, LONGEST);
    }
}
