package org.yijitong.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yijitong.activity.ActivityKind;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;

/** The kinds of paper there are, read from {@code paper/forms.yaml}; what is not understood there stops the start. */
@Component
public class Forms {
    private final Permitted permitted;
    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final Map<String, Form> forms = new LinkedHashMap<>();

    Forms(Permitted permitted) throws IOException {
        this.permitted = permitted;
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream file = new ClassPathResource("paper/forms.yaml").getInputStream()) {
            Map<String, Map<String, Object>> read = new Yaml(new SafeConstructor(options)).load(file);
            Objects.requireNonNull(read.get("fields")).forEach((word, said) -> fields.put(word, field(word, said)));
            Object list = read.get("forms");
            ((List<?>) Objects.requireNonNull(list)).forEach(said -> {
                Form form = form((Map<?, ?>) said);
                forms.put(form.id(), form);
            });
        }
    }

    /** All of them, in their order. */
    public List<Form> all() {
        return List.copyOf(forms.values());
    }

    /** Those that are tables, in their order. */
    public List<Form> ledgers() {
        return forms.values().stream().filter(Form::isLedger).toList();
    }

    /**
     * Those of them that a user may have of a unit: whoever sees no roster has none as a paper either, nor matters; matters
     * are read within one's own unit only, unlike records.
     */
    public List<Form> ledgers(CurrentUser user, Scope scope) {
        return ledgers().stream().filter(form -> may(user, scope, form.of())).toList();
    }

    private boolean may(CurrentUser user, Scope scope, Form.Rows rows) {
        return switch (rows) {
            case MEMBERS -> permitted.permits(user, "people.see");
            case MATTERS -> user.unit().equals(scope.unit()) && permitted.permits(user, "matter.read");
            default -> true;
        };
    }

    /** @throws NotFound when the user may not have it of this unit */
    public void require(CurrentUser user, Scope scope, String form) {
        if (!ledgers(user, scope).contains(ledger(form))) {
            throw new NotFound();
        }
    }

    /** Those about one matter, in their order. */
    public List<Form> ofMatter() {
        return forms.values().stream().filter(form -> !form.isLedger()).toList();
    }

    /** @throws NotFound when there is no table of that name */
    public Form ledger(String id) {
        return Optional.of(find(id)).filter(Form::isLedger).orElseThrow(NotFound::new);
    }

    /** @throws NotFound when there is none about a matter of that name */
    public Form ofMatter(String id) {
        return Optional.of(find(id)).filter(form -> !form.isLedger()).orElseThrow(NotFound::new);
    }

    /** @throws NotFound when there is none of that name */
    public Form find(String id) {
        Form form = forms.get(id);
        if (form == null) {
            throw new NotFound();
        }
        return form;
    }

    /** Every field there is, in the order of the file. */
    public List<FormField> fields() {
        return List.copyOf(fields.values());
    }

    /** @throws IllegalArgumentException when there is none of that word */
    FormField field(Object word) {
        FormField field = fields.get(word.toString());
        if (field == null) {
            throw new IllegalArgumentException("forms.yaml: no such field: " + word);
        }
        return field;
    }

    private static FormField field(String word, Object said) {
        Map<?, ?> map = (Map<?, ?>) said;
        return new FormField(
                word,
                Objects.requireNonNull(map.get("name")).toString(),
                Integer.parseInt(Objects.requireNonNull(map.get("width")).toString()));
    }

    private Form form(Map<?, ?> said) {
        Set<String> known = Set.of("form", "of", "kinds", "with", "columns", "lines", "needs");
        said.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("forms.yaml: unknown: " + key);
        });
        return new Form(
                Objects.requireNonNull(said.get("form")).toString(),
                choice(Form.Rows.class, said.get("of"), Form.Rows.RECORDS),
                list(said.get("kinds")).stream()
                        .map(kind -> ActivityKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                choice(Form.With.class, said.get("with"), Form.With.ANYTHING),
                list(said.get("columns")).stream().map(this::field).toList(),
                said.get("lines") instanceof List<?> lines
                        ? lines.stream().map(this::line).toList()
                        : List.of(),
                said.get("needs") == null ? null : field(said.get("needs")));
    }

    /** A word alone is a field with its name; else the one key says what kind of line it is. */
    private FormLine line(Object said) {
        if (!(said instanceof Map<?, ?> map)) {
            return new FormLine(FormLine.Kind.FIELD, field(said).word(), List.of(field(said)));
        }
        FormLine.Kind kind = choice(
                FormLine.Kind.class,
                map.keySet().stream()
                        .filter(key -> !key.equals("with"))
                        .findFirst()
                        .orElseThrow(),
                FormLine.Kind.FIELD);
        String word = Objects.requireNonNull(map.get(kind.name().toLowerCase(Locale.ROOT)))
                .toString();
        return kind == FormLine.Kind.TEXT
                ? new FormLine(
                        kind,
                        word,
                        list(map.get("with")).stream().map(this::field).toList())
                : new FormLine(kind, word, List.of(field(word)));
    }

    private static <E extends Enum<E>> E choice(Class<E> all, @Nullable Object said, E otherwise) {
        return said == null
                ? otherwise
                : Enum.valueOf(all, said.toString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static List<String> list(@Nullable Object said) {
        List<String> all = new ArrayList<>();
        if (said instanceof List<?> many) {
            many.forEach(each -> all.add(each.toString()));
        }
        return all;
    }
}
