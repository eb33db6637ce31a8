package org.yijitong.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.matter.FlowPaper;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.MatterPiles;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/**
 * Papers about one matter: the slip it is handed over with (交办单), the answer (答复函), how it was closed (销号表),
 * and those that its flow prints itself, such as the letter of introduction (介绍信).
 */
@Component
@Transactional(readOnly = true)
public class MatterPapers {
    /** The form that goes out of the house (答复函). */
    private static final String ANSWER = "reply";

    private static final String IDENTITY = ".identity";
    private static final int REASON = 200;

    private final Forms forms;
    private final MatterPiles piles;
    private final FlowPapers printed;
    private final SlotWords slots;
    private final FormTemplates templates;
    private final Permitted permitted;
    private final Days days;

    MatterPapers(
            Forms forms,
            MatterPiles piles,
            FlowPapers printed,
            SlotWords slots,
            FormTemplates templates,
            Permitted permitted,
            Days days) {
        this.forms = forms;
        this.piles = piles;
        this.printed = printed;
        this.slots = slots;
        this.templates = templates;
        this.permitted = permitted;
        this.days = days;
    }

    /** Whoever reads it. */
    MatterPaper of(Scope scope, MatterId id, String form, Words words) {
        return made(scope, id, form, null, words);
    }

    /**
     * A paper to be read; most of an identity number in it is hidden.
     *
     * @throws NotFound when there is no such form, the matter is out of reach, or the paper tells of somebody what stands in
     *     a roster that the reader does not see
     * @throws Refused when the matter has not come so far, is past it, or the last day of the paper has passed
     */
    public MatterPaper of(@Nullable CurrentUser user, Scope scope, MatterId id, String form, Words words) {
        MatterPaper paper = of(scope, id, form, words);
        if (paper.ofSomebody() && (user == null || !permitted.permits(user, "people.see"))) {
            throw new NotFound();
        }
        return paper;
    }

    /**
     * The same with the whole identity number; the reason goes into the log.
     *
     * @throws Invalid of the field {@code because} without a reason of up to 200 characters
     */
    @Transactional
    public MatterPaper whole(Scope scope, MatterId id, String form, String because, Words words) {
        String reason = because.strip();
        if (reason.isEmpty() || reason.length() > REASON) {
            throw new Invalid("because", "paper.invalid.because", REASON);
        }
        return made(scope, id, form, reason, words);
    }

    /** What the matter is called. */
    public String title(Scope scope, MatterId id) {
        return piles.one(scope, id).matter().title();
    }

    private MatterPaper made(Scope scope, MatterId id, String form, @Nullable String because, Words words) {
        MatterPiles.Whole whole = piles.one(scope, id);
        return printed.of(whole, form, words)
                .map(each -> printed(each, slots.of(scope, each, whole, because, words), because == null, words))
                .orElseGet(() -> ours(whole, forms.ofMatter(form), words));
    }

    private static MatterPaper printed(PrintedPaper printed, Map<String, String> values, boolean hidden, Words words) {
        String name = printed.name(words);
        return new MatterPaper(
                printed.form(),
                name,
                name,
                values,
                printed.paper().lines().stream()
                        .map(line -> new MatterPaper.Line(
                                look(line.kind()), "", List.of(said(line.text().in(words.language()), values))))
                        .toList(),
                printed,
                hidden && values.keySet().stream().anyMatch(each -> each.endsWith(IDENTITY)));
    }

    private static String said(String text, Map<String, String> values) {
        return FlowPaper.filled(text, slot -> values.getOrDefault(slot.written(), FlowPapers.BLANK));
    }

    private static MatterPaper.Look look(FlowPaper.Kind kind) {
        return switch (kind) {
            case TITLE -> MatterPaper.Look.TITLE;
            case TEXT -> MatterPaper.Look.TEXT;
            case RIGHT -> MatterPaper.Look.SIGNATURE;
            case CUT -> MatterPaper.Look.CUT;
        };
    }

    private MatterPaper ours(MatterPiles.Whole whole, Form found, Words words) {
        Map<String, String> values =
                new LinkedHashMap<>(new MatterFields(whole, words, found.id().equals(ANSWER)).all());
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
                found.id(),
                words.t(found.nameKey()),
                values.getOrDefault("form", ""),
                values,
                found.lines().stream()
                        .map(line -> line(line, values, words))
                        .filter(line -> !line.said().isEmpty())
                        .toList(),
                null,
                false);
    }

    private static MatterPaper.Line line(FormLine line, Map<String, String> values, Words words) {
        boolean labelled = line.kind() == FormLine.Kind.FIELD || line.kind() == FormLine.Kind.HEADING;
        String said = line.kind() == FormLine.Kind.TEXT
                ? sentence(line, words, field -> values.getOrDefault(field.word(), ""))
                : values.getOrDefault(line.word(), "");
        return new MatterPaper.Line(
                switch (line.kind()) {
                    case FIELD -> MatterPaper.Look.FIELD;
                    case HEADING -> MatterPaper.Look.HEADING;
                    case TEXT -> MatterPaper.Look.TEXT;
                    case SIGNATURE -> MatterPaper.Look.SIGNATURE;
                },
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
        PrintedPaper own = paper.printed();
        if (own != null) {
            return templates.ofFlow(scope, own, words).fill(printed.named(own, paper.values()), List.of());
        }
        Map<String, String> named = new LinkedHashMap<>();
        paper.values().forEach((word, value) -> named.put(forms.field(word).name(), value));
        return templates.ofMatter(scope, forms.ofMatter(paper.form()), words).fill(named, List.of());
    }
}
