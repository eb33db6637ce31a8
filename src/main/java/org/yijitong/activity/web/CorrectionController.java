package org.yijitong.activity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.activity.Archives;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Entry;
import org.yijitong.activity.Outcomes;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.Records;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Writing a record anew (更正), and taking it back (撤回). */
@Controller
class CorrectionController {
    /** What is compared when two people correct at once; other fields are seen in the record itself. */
    private static final List<String> COMPARED =
            List.of("day", "from", "to", "place", "theme", "minutes", "title", "others", "hours", "problems");

    private final Records records;
    private final Archives archives;
    private final RecordForms forms;
    private final Deeds deeds;
    private final Days days;
    private final Templates html;

    CorrectionController(
            Records records, Archives archives, RecordForms forms, Deeds deeds, Days days, Templates html) {
        this.records = records;
        this.archives = archives;
        this.forms = forms;
        this.deeds = deeds;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/units/{unit}/records/{record}/correction")
    Html form(Page page, Scope scope, @PathVariable String record) {
        Entry entry = standing(scope, record);
        return shown(page, scope, form(entry), around(entry), HttpStatus.OK);
    }

    @PostMapping("/units/{unit}/records/{record}/correction")
    View correct(
            Page page, Scope scope, @PathVariable String record, @RequestParam MultiValueMap<String, String> values) {
        RecordId id = RecordAddress.recordId(record);
        Entry entry = archives.find(scope, id);
        RecordForm form = new RecordForm(values);
        int revision = form.value("revision").matches("\\d{1,6}") ? Integer.parseInt(form.value("revision")) : 0;
        String reason = RecordReading.text(form.value("reason"));
        try {
            Draft draft = RecordReading.read(form, days.today());
            if (reason.isEmpty() || reason.length() > 500) {
                throw new Invalid("reason", "activity.invalid.reason", 500);
            }
            return deeds.run(scope, "/" + id + "/correction", values, () -> {
                records.correct(scope, id, revision, draft, reason);
                return new RecordAddress(scope.unit()).record(id, "receipt");
            });
        } catch (Invalid invalid) {
            RecordForms.Around again = new RecordForms.Around(
                    entry.line().organizationId(), id, revision, invalid.faults(), null, List.of());
            return shown(page, scope, form, again, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            return refused(page, scope, form, id, refused);
        }
    }

    private Html refused(Page page, Scope scope, RecordForm form, RecordId id, Refused refused) {
        Entry now = archives.find(scope, id);
        RecordForms.Around again = new RecordForms.Around(
                now.line().organizationId(),
                id,
                now.line().revision(),
                Map.of(),
                page.t(refused.messageKey(), refused.arguments()),
                meanwhile(page, RecordForm.of(now.draft()), form));
        return shown(page, scope, form, again, HttpStatus.CONFLICT);
    }

    private static List<RecordFormPage.Meanwhile> meanwhile(Page page, RecordForm theirs, RecordForm mine) {
        List<RecordFormPage.Meanwhile> changed = new ArrayList<>();
        for (String field : COMPARED) {
            if (!theirs.value(field).equals(mine.value(field))) {
                changed.add(new RecordFormPage.Meanwhile(
                        page.t("activity.field." + field), theirs.value(field), mine.value(field)));
            }
        }
        return changed;
    }

    @GetMapping("/units/{unit}/records/{record}/withdrawal")
    Html ask(Page page, Scope scope, @PathVariable String record) {
        return withdrawal(page, scope, standing(scope, record), new RecordForm(noValues()), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/units/{unit}/records/{record}/withdrawal")
    View withdraw(
            Page page, Scope scope, @PathVariable String record, @RequestParam MultiValueMap<String, String> values) {
        RecordId id = RecordAddress.recordId(record);
        RecordForm form = new RecordForm(values);
        int revision = form.value("revision").matches("\\d{1,6}") ? Integer.parseInt(form.value("revision")) : 0;
        try {
            return deeds.run(scope, "/" + id + "/withdrawal", values, () -> {
                records.withdraw(scope, id, revision, RecordReading.text(form.value("reason")));
                return new RecordAddress(scope.unit()).record(id);
            });
        } catch (Invalid invalid) {
            Entry entry = archives.find(scope, id);
            return withdrawal(page, scope, entry, form, invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html withdrawal(
            Page page,
            Scope scope,
            Entry entry,
            RecordForm form,
            Map<String, Invalid.Fault> faults,
            HttpStatus status) {
        EntryPage shown = new EntryPage(
                new RecordAddress(scope.unit()),
                entry,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Outcomes.Came.NOTHING,
                Panel.of(""),
                false,
                true,
                null,
                null);
        return new Html(html.activityWithdrawal(page, shown, form.value("reason"), faults), status);
    }

    private static MultiValueMap<String, String> noValues() {
        return new org.springframework.util.LinkedMultiValueMap<>();
    }

    private Entry standing(Scope scope, String record) {
        Entry entry = archives.find(scope, RecordAddress.recordId(record));
        if (entry.line().withdrawn()) {
            throw new Refused("activity.refused.withdrawn");
        }
        return entry;
    }

    private static RecordForm form(Entry entry) {
        RecordForm form = RecordForm.of(entry.draft());
        form.values().set("record", entry.line().recordId().toString());
        return form;
    }

    private static RecordForms.Around around(Entry entry) {
        return new RecordForms.Around(
                entry.line().organizationId(),
                entry.line().recordId(),
                entry.line().revision(),
                Map.of(),
                null,
                List.of());
    }

    private Html shown(Page page, Scope scope, RecordForm form, RecordForms.Around around, HttpStatus status) {
        return new Html(html.activityForm(page, forms.page(page, scope, form, around), days.today()), status);
    }
}
