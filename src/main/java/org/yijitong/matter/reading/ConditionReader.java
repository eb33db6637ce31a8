package org.yijitong.matter.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.matter.Condition;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.Formula;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Heads;
import org.yijitong.yaml.Entries;
import org.yijitong.yaml.Faults;
import org.yijitong.yaml.Scalars;

/** Reads what must hold of the numbers of a step. */
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
        Optional<Formula> that = entries.need("that", Optional.empty(), this::formula);
        Duty.Name says = entries.need("says", new Duty.Name("", ""), heads::name);
        Duty.Basis basis =
                new Duty.Basis(entries.or("regulation", "", this::text), entries.or("article", "", this::text));
        return that.flatMap(formula -> fields.stream()
                .map(Field::id)
                .filter(formula.fields()::contains)
                .reduce((_, later) -> later)
                .map(field -> new Condition(formula, field, says, basis)));
    }

    private Optional<Formula> formula(Node node) {
        Optional<Formula> formula = scalars.plain(node).flatMap(Formula::read);
        if (formula.isEmpty()) {
            faults.at(node, "matter.fault.formula");
        }
        List<String> numbers = fields.stream()
                .filter(field -> field.type() == Field.Type.NUMBER && field.required())
                .map(Field::id)
                .toList();
        formula.ifPresent(read -> read.fields().stream()
                .filter(field -> !numbers.contains(field))
                .sorted(Comparator.naturalOrder())
                .forEach(field -> faults.unknown(node, field, FlowWords.own(numbers.stream()))));
        return formula;
    }

    private String text(Node node) {
        return scalars.text(node, LONGEST);
    }
}
