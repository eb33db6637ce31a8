package org.yijitong.mechanism;

import java.util.List;
import java.util.Optional;

/**
 * A kind of fact with its fields. The module in which such things happen declares it once, as a bean; documents can use
 * only what is declared.
 *
 * @param name in lower case with underscores, unique in the product
 */
public record FactKind(String name, List<FactField> fields) {
    public FactKind {
        fields = List.copyOf(fields);
    }

    public Optional<FactField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
