package org.yijitong.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.activity.Archives;
import org.yijitong.activity.Entry;
import org.yijitong.activity.RecordFilter;
import org.yijitong.activity.RecordId;
import org.yijitong.document.WorkbookWriter;
import org.yijitong.document.WorkbookWriter.Column;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.Profiles;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/** Makes papers from records: as rows for a page, as .docx from a template, as .xlsx row by row. */
@Component
@Transactional(readOnly = true)
public class Papers {
    /** Rows of a page or a .docx; a workbook has as many as there are. */
    public static final int MOST = 2000;

    private static final int AT_ONCE = 5000;
    private static final Set<OrganizationKind> OWN = Set.of(
            OrganizationKind.BRANCH,
            OrganizationKind.JOINT_BRANCH,
            OrganizationKind.GROUP,
            OrganizationKind.YOUTH_GROUP);

    private final Forms forms;
    private final Archives archives;
    private final Profiles profiles;
    private final MemberRows members;
    private final MatterRows matters;
    private final FormTemplates templates;
    private final Days days;

    Papers(
            Forms forms,
            Archives archives,
            Profiles profiles,
            MemberRows members,
            MatterRows matters,
            FormTemplates templates,
            Days days) {
        this.forms = forms;
        this.archives = archives;
        this.profiles = profiles;
        this.members = members;
        this.matters = matters;
        this.templates = templates;
        this.days = days;
    }

    /**
     * The ledger of an organization, or at the top of the scope of all below it.
     *
     * @throws NotFound when there is no such form, or the scope does not reach the organization
     */
    public Ledger ledger(Scope scope, OrganizationId organization, String form, int year, Words words) {
        Form found = forms.ledger(form);
        String name = profiles.life(scope, organization).name();
        boolean whole = isWhole(scope, found, organization);
        List<Map<String, String>> rows = found.ofYear()
                ? ofYear(scope, found, organization, year, words)
                : members(scope, organization, whole, words);
        boolean more = rows.size() > MOST;
        return new Ledger(
                found,
                organization,
                name,
                whole,
                year,
                days.today(),
                more ? List.copyOf(rows.subList(0, MOST)) : rows,
                more);
    }

    private List<Map<String, String>> ofYear(
            Scope scope, Form form, OrganizationId organization, int year, Words words) {
        List<Map<String, String>> rows = new ArrayList<>();
        each(scope, form, organization, year, words, row -> {
            rows.add(numbered(row, rows.size() + 1));
            return rows.size() <= MOST;
        });
        return rows;
    }

    private List<Map<String, String>> members(Scope scope, OrganizationId organization, boolean whole, Words words) {
        List<Map<String, String>> rows = members.of(scope, organization, whole, MOST + 1, words);
        IntStream.range(0, rows.size()).forEach(i -> numbered(rows.get(i), i + 1));
        return rows;
    }

    /**
     * The same as a .docx, from the template of the unit or ours.
     *
     * @throws Refused when there are more rows than a document takes
     */
    @Transactional
    public byte[] document(Scope scope, Ledger ledger, Words words) {
        if (ledger.more()) {
            throw new Refused("paper.refused.many", MOST);
        }
        if (!ledger.form().ofYear()) {
            // The rows are there already; this lets the log note that they leave.
            members.take(scope, ledger.of(), ledger.whole(), words, _ -> {});
        }
        return templates
                .of(scope, ledger.form(), columns(ledger.form(), ledger.whole()), words)
                .fill(
                        named(heads(ledger, words)),
                        ledger.rows().stream().map(this::named).toList());
    }

    /** What a ledger is called. */
    public String title(Scope scope, OrganizationId organization, String form, int year, Words words) {
        Form found = forms.ledger(form);
        String name = profiles.life(scope, organization).name();
        return found.ofYear()
                ? words.t("paper.title", name, Integer.toString(year), words.t(found.nameKey()))
                : words.t("paper.title.today", name, words.t(found.nameKey()));
    }

    /** The minutes of one record as a .docx (会议记录). */
    public byte[] minutes(Scope scope, RecordId record, Words words) {
        Entry entry = archives.find(scope, record);
        if (entry.line().withdrawn()) {
            throw new NotFound();
        }
        Map<String, String> values = new RecordFields(words).of(entry);
        values.put("organization", entry.line().organizationName());
        values.put("form", words.t("paper.form.minutes"));
        values.put("year", Integer.toString(entry.line().heldOn().getYear()));
        values.put("made", days.today().toString());
        return templates.ofMinutes(scope, words).fill(named(values), List.of());
    }

    /** The same as a workbook, written as it is read: memory does not grow with the rows. */
    @Transactional
    public void workbook(Scope scope, OrganizationId organization, String form, int year, Words words, OutputStream out)
            throws IOException {
        Form found = forms.ledger(form);
        boolean whole = isWhole(scope, found, organization);
        List<FormField> columns = columns(found, whole);
        try (WorkbookWriter writer = WorkbookWriter.xlsx(out)) {
            writer.sheet(
                    words.t(found.nameKey()),
                    columns.stream()
                            .map(field -> Column.of(words.t("paper.field." + field.word()), field.width() * 2))
                            .toList());
            int[] number = {0};
            Consumer<Map<String, String>> taker = row -> {
                numbered(row, ++number[0]);
                put(
                        writer,
                        columns.stream()
                                .map(field -> row.getOrDefault(field.word(), ""))
                                .toList());
            };
            if (found.ofYear()) {
                each(scope, found, organization, year, words, row -> {
                    taker.accept(row);
                    return true;
                });
            } else {
                members.take(scope, organization, whole, words, taker);
            }
        }
    }

    private static void put(WorkbookWriter writer, List<String> row) {
        try {
            writer.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns of a form; of all below, each row says who held it. */
    public List<FormField> columns(Form form, boolean whole) {
        return whole
                ? Stream.concat(
                                form.columns().stream().limit(2),
                                Stream.concat(
                                        Stream.of(forms.field("host")),
                                        form.columns().stream().skip(2)))
                        .toList()
                : form.columns();
    }

    private Map<String, String> heads(Ledger ledger, Words words) {
        return Map.of(
                "organization",
                ledger.name(),
                "form",
                words.t(ledger.form().nameKey()),
                "year",
                Integer.toString(ledger.year()),
                "made",
                ledger.made().toString());
    }

    private static Map<String, String> numbered(Map<String, String> row, int number) {
        row.put("number", Integer.toString(number));
        return row;
    }

    /** By the names that templates use. */
    private Map<String, String> named(Map<String, String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach((word, value) -> named.put(forms.field(word).name(), value));
        return named;
    }

    /** Whether those below are in it, so that each row has to say who held it; branches hold their own. */
    private boolean isWhole(Scope scope, Form form, OrganizationId organization) {
        OrganizationKind kind = profiles.segments(scope, organization)
                .values()
                .iterator()
                .next()
                .kind();
        return !OWN.contains(kind)
                && (form.of() != Form.Rows.RECORDS || organization.value().equals(scope.top()));
    }

    /** What a form has of a year, the earliest first, by the words of fields, until the taker has enough. */
    private void each(
            Scope scope,
            Form form,
            OrganizationId organization,
            int year,
            Words words,
            Predicate<Map<String, String>> taker) {
        if (form.of() == Form.Rows.MATTERS) {
            matters.each(scope, organization, year, words, taker);
        } else {
            RecordFields fields = new RecordFields(words);
            each(scope, form, organization, year, entry -> taker.test(fields.of(entry)));
        }
    }

    private void each(Scope scope, Form form, OrganizationId organization, int year, Predicate<Entry> taker) {
        RecordFilter filter = new RecordFilter(
                "",
                organization.value().equals(scope.top()) ? null : organization,
                null,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                false);
        String after = "";
        boolean more = true;
        while (more) {
            Archives.Pile pile = archives.pile(scope, filter, after, AT_ONCE);
            boolean wanted = pile.entries().stream().filter(form::holds).allMatch(taker);
            after = pile.next();
            more = wanted && !after.isEmpty();
        }
    }
}
