package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Because;
import org.yijitong.shared.Page;

/** Puts the fields of a form together. What was typed stands in them; before that, what is suggested. */
final class Fields {
    private final Page page;
    private final Typed typed;
    private final List<Field> fields = new ArrayList<>();

    Fields(Page page, Typed typed) {
        this.page = page;
        this.typed = typed;
    }

    List<Field> list() {
        return List.copyOf(fields);
    }

    Fields text(String name, @Nullable String suggested, boolean optional, @Nullable String hint) {
        return add(Field.Type.TEXT, name, suggested, optional, hint, Map.of());
    }

    Fields day(String name, @Nullable LocalDate suggested, boolean optional, @Nullable String hint) {
        return add(Field.Type.DATE, name, suggested == null ? null : suggested.toString(), optional, hint, Map.of());
    }

    Fields choice(String name, Map<String, String> options, @Nullable String suggested) {
        return add(Field.Type.CHOICE, name, suggested, false, null, options);
    }

    /** A list in which to choose nothing is right too; its label is given, for several stand in one form. */
    Fields maybe(String name, String label, Map<String, String> options) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("", page.t("organization.form.nobody")));
        all.putAll(options);
        fields.add(new Field(Field.Type.CHOICE, name, label, typed.shown(name, ""), true, null, all, List.of()));
        return this;
    }

    Fields checks(String name, Map<String, String> options) {
        return add(Field.Type.CHECKS, name, null, false, null, options);
    }

    Fields hidden(String name, String value) {
        fields.add(new Field(Field.Type.HIDDEN, name, name, value, true, null, Map.of(), List.of()));
        return this;
    }

    /** From when, why, by which document: what every change asks for. */
    Fields because(LocalDate suggested) {
        return founded(suggested).text("documentNumber", null, true, page.t("organization.hint.documentNumber"));
    }

    /** The same for what is new, whose approval is the document. */
    Fields founded(LocalDate suggested) {
        day("on", suggested, false, page.t("organization.hint.on"));
        return add(Field.Type.AREA, "reason", null, true, page.t("organization.hint.reason"), Map.of());
    }

    Fields reason() {
        return add(Field.Type.AREA, "reason", null, false, page.t("organization.hint.reason"), Map.of());
    }

    /** What {@link #because} asked for, as typed. */
    static Because because(Typed typed) {
        return because(typed, typed.optional("documentNumber", 100));
    }

    /** What {@link #founded} asked for, as typed. */
    static Because because(Typed typed, @Nullable String document) {
        return new Because(typed.day("on"), typed.optional("reason", 500), document);
    }

    private Fields add(
            Field.Type type,
            String name,
            @Nullable String suggested,
            boolean optional,
            @Nullable String hint,
            Map<String, String> options) {
        fields.add(new Field(
                type,
                name,
                page.t("organization.field." + name),
                typed.shown(name, suggested == null ? "" : suggested),
                optional,
                hint,
                options,
                typed.all(name)));
        return this;
    }
}
