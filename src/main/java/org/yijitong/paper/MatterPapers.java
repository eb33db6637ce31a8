package org.yijitong.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.MatterPiles;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/** Papers about one matter: the slip it is handed over with (交办单), the answer (答复函), how it was closed (销号表). */
@Component
@Transactional(readOnly = true)
public class MatterPapers {
    /** The form that goes out of the house (答复函). */
    private static final String ANSWER = "reply";

    private final Forms forms;
    private final MatterPiles piles;
    private final FormTemplates templates;
    private final Days days;

    MatterPapers(Forms forms, MatterPiles piles, FormTemplates templates, Days days) {
        this.forms = forms;
        this.piles = piles;
        this.templates = templates;
        this.days = days;
    }

    /**
     * A paper to be read.
     *
     * @throws NotFound when there is no such form, or the matter is out of reach
     * @throws Refused when the matter has not come so far
     */
    public MatterPaper of(Scope scope, MatterId id, String form, Words words) {
        Form found = forms.ofMatter(form);
        Map<String, String> values = new LinkedHashMap<>(
                new MatterFields(piles.one(scope, id), words, found.id().equals(ANSWER)).all());
        FormField needed = found.needs();
        if (needed != null && values.getOrDefault(needed.word(), "").isEmpty()) {
            throw new Refused("paper.refused.early", words.t("paper.field." + needed.word()));
        }
        values.put("form", words.t("paper.heading." + found.id(), values.getOrDefault("matter", "")));
        values.put("organization", values.getOrDefault("host", ""));
        values.put("year", Integer.toString(days.today().getYear()));
        values.put("made", days.today().toString());
        values.put("signed", words.longDate(days.today()));
        return new MatterPaper(
                found,
                values.getOrDefault("form", ""),
                values,
                found.lines().stream()
                        .map(line -> line(line, values, words))
                        .filter(line -> !line.said().isEmpty())
                        .toList());
    }

    private static MatterPaper.Line line(FormLine line, Map<String, String> values, Words words) {
        boolean labelled = line.kind() == FormLine.Kind.FIELD || line.kind() == FormLine.Kind.HEADING;
        String said = line.kind() == FormLine.Kind.TEXT
                ? sentence(line, words, field -> values.getOrDefault(field.word(), ""))
                : values.getOrDefault(line.word(), "");
        return new MatterPaper.Line(
                line.kind(),
                labelled ? words.t("paper.field." + line.word()) : "",
                said.lines().filter(each -> !each.isBlank()).toList());
    }

    /** A sentence with something in the place of each of its fields. */
    static String sentence(FormLine line, Words words, Function<FormField, String> said) {
        List<String> parts = line.with().stream().map(said).toList();
        return words.t("paper.text." + line.word(), parts.toArray());
    }

    /** The same as a .docx, from the template of the unit or ours. */
    public byte[] document(Scope scope, MatterPaper paper, Words words) {
        Map<String, String> named = new LinkedHashMap<>();
        paper.values().forEach((word, value) -> named.put(forms.field(word).name(), value));
        return templates.ofMatter(scope, paper.form(), words).fill(named, List.of());
    }
}
