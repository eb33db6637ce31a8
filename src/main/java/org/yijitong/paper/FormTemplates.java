package org.yijitong.paper;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.document.DocxTemplate;
import org.yijitong.document.OfficialPaper;
import org.yijitong.shared.Cut;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;
import org.yijitong.shared.Words;

/** The templates from which papers are made: ours in the layout of official documents, or what a unit put in its place. */
@Component
@Transactional
public class FormTemplates {
    /** The form of a single record. */
    public static final String MINUTES = "minutes";
    /** The largest template, in bytes. */
    public static final int LARGEST = 2 * 1024 * 1024;

    /** What a table says of itself, apart from its rows. */
    private static final List<String> HEADS = List.of("organization", "form", "year", "made");

    private static final int LONGEST_NAME = 200;

    private final FormTemplateStore store;
    private final Forms forms;
    private final FlowPapers printed;
    private final Audit audit;
    private final Uuid7 ids;
    private final Clock clock;

    FormTemplates(FormTemplateStore store, Forms forms, FlowPapers printed, Audit audit, Uuid7 ids, Clock clock) {
        this.store = store;
        this.forms = forms;
        this.printed = printed;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Every form a template can be put in for, with what it is called: ours, and those that flows print themselves. */
    public Map<String, String> forms(Scope scope, Words words) {
        Map<String, String> names = new LinkedHashMap<>();
        ours().forEach(form -> names.put(form, words.t("paper.form." + form)));
        printed.all(scope).forEach(each -> names.put(each.form(), each.name(words)));
        return names;
    }

    /** What the templates may name of the papers that flows print themselves, by what each is called. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> printed(Scope scope, Words words) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        printed.all(scope).forEach(each -> names.put(each.name(words), printed.names(each)));
        return names;
    }

    private Stream<String> ours() {
        return Stream.concat(Stream.of(MINUTES), forms.all().stream().map(Form::id));
    }

    /** Those the unit put in, by form. */
    @Transactional(readOnly = true)
    public Map<String, FormTemplate> list(Scope scope) {
        return store.list(scope.unit()).stream().collect(Collectors.toMap(FormTemplate::form, each -> each));
    }

    /** The one that holds for the minutes of a record. */
    @Transactional(readOnly = true)
    public DocxTemplate ofMinutes(Scope scope, Words words) {
        return DocxTemplate.of(file(scope, MINUTES, words));
    }

    /** The one that holds for a form; ours has the columns given. */
    @Transactional(readOnly = true)
    public DocxTemplate of(Scope scope, Form form, List<FormField> columns, Words words) {
        return DocxTemplate.of(store.content(scope.unit(), form.id()).orElseGet(() -> ledger(form, columns, words)));
    }

    /** The same as a file, to be changed and put in again. */
    @Transactional(readOnly = true)
    public byte[] file(Scope scope, String form, Words words) {
        require(scope, form);
        return store.content(scope.unit(), form)
                .orElseGet(() -> printed.find(scope, form)
                        .map(each -> printed.template(each, words))
                        .orElseGet(() -> form.equals(MINUTES) ? minutes(words) : ours(forms.find(form), words)));
    }

    /** The one that holds for a paper that a flow prints itself. */
    @Transactional(readOnly = true)
    public DocxTemplate ofFlow(Scope scope, PrintedPaper paper, Words words) {
        return DocxTemplate.of(
                store.content(scope.unit(), paper.form()).orElseGet(() -> printed.template(paper, words)));
    }

    /** The one that holds for a paper about one matter. */
    @Transactional(readOnly = true)
    public DocxTemplate ofMatter(Scope scope, Form form, Words words) {
        return DocxTemplate.of(store.content(scope.unit(), form.id()).orElseGet(() -> ours(form, words)));
    }

    private byte[] ours(Form form, Words words) {
        return form.isLedger() ? ledger(form, form.columns(), words) : lines(form, words);
    }

    /**
     * Puts one in.
     *
     * @throws Invalid of the field {@code file} when it cannot be used, naming the fields it should not have
     */
    public void put(Scope scope, String form, String name, byte[] content) {
        require(scope, form);
        if (content.length > LARGEST) {
            throw new Invalid("file", "document.invalid.large", LARGEST / (1024 * 1024));
        }
        DocxTemplate template = DocxTemplate.tried(content);
        Set<String> used = template.names();
        List<String> known = printed.find(scope, form).map(printed::names).orElseGet(this::names);
        List<String> unknown =
                used.stream().filter(each -> !known.contains(each)).toList();
        if (!unknown.isEmpty()) {
            throw new Invalid("file", "paper.template.unknown", String.join(" ", unknown), String.join(" ", known));
        }
        if (used.isEmpty()) {
            throw new Invalid("file", "paper.template.none");
        }
        requireNoRowInABox(form, template);
        store.remove(scope.unit(), form, clock.instant());
        store.add(scope, ids.next(), form, called(name), content, clock.instant());
        note(scope, "paper.template.put", form);
    }

    private List<String> names() {
        return forms.fields().stream().map(FormField::name).sorted().toList();
    }

    /** A box is filled once; what a table has a row of would stay empty in it. */
    private void requireNoRowInABox(String form, DocxTemplate template) {
        if (forms.ledgers().stream().noneMatch(each -> each.id().equals(form))) {
            return;
        }
        Set<String> heads = HEADS.stream().map(word -> forms.field(word).name()).collect(Collectors.toSet());
        List<String> rows = template.boxedNames().stream()
                .filter(each -> !heads.contains(each))
                .toList();
        if (!rows.isEmpty()) {
            throw new Invalid("file", "paper.template.boxed", String.join(" ", rows));
        }
    }

    /**
     * Goes back to ours.
     *
     * @throws NotFound when the unit has none of its own
     */
    public void remove(Scope scope, String form) {
        require(scope, form);
        if (!store.remove(scope.unit(), form, clock.instant())) {
            throw new NotFound();
        }
        note(scope, "paper.template.removed", form);
    }

    private void note(Scope scope, String what, String form) {
        UUID unit = scope.unit().value();
        audit.record(scope, what, "unit", unit, Map.of("form", form));
    }

    private void require(Scope scope, String form) {
        if (ours().noneMatch(form::equals) && printed.find(scope, form).isEmpty()) {
            throw new NotFound();
        }
    }

    private static String called(String name) {
        String plain =
                name.replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{Cntrl}]", "").strip();
        return plain.isEmpty() ? "-" : Cut.at(LONGEST_NAME, plain);
    }

    private String field(String word) {
        return "{{" + forms.field(word).name() + "}}";
    }

    private byte[] minutes(Words words) {
        OfficialPaper paper = OfficialPaper.begin().title(field("organization") + words.t("paper.form.minutes"));
        List.of("kinds", "title", "day", "time", "place", "chair", "minute-taker", "expected", "present", "absent")
                .forEach(word -> paper.text(line(words, word)));
        List.of("observers", "sides", "lecturer").forEach(word -> paper.text(line(words, word)));
        List.of("agenda", "minutes", "decisions")
                .forEach(word -> paper.heading(words.t("paper.field." + word)).text(field(word)));
        return paper.bytes();
    }

    private String line(Words words, String word) {
        return words.t("paper.line", words.t("paper.field." + word), field(word));
    }

    private byte[] lines(Form form, Words words) {
        OfficialPaper paper = OfficialPaper.begin().title(field("form"));
        form.lines().forEach(line -> {
            switch (line.kind()) {
                case FIELD -> paper.text(line(words, line.word()));
                case HEADING ->
                    paper.heading(words.t("paper.field." + line.word())).text(field(line.word()));
                case SIGNATURE -> paper.signature(field(line.word()));
                case TEXT -> paper.text(MatterPapers.sentence(line, words, each -> field(each.word())));
            }
        });
        return paper.bytes();
    }

    private byte[] ledger(Form form, List<FormField> columns, Words words) {
        return OfficialPaper.begin()
                .title(field("organization") + (form.ofYear() ? " " + field("year") : "") + " " + field("form"))
                .table(
                        columns.stream()
                                .map(column -> words.t("paper.field." + column.word()))
                                .toList(),
                        columns.stream().map(column -> field(column.word())).toList(),
                        columns.stream().map(FormField::width).toList())
                .bytes();
    }
}
