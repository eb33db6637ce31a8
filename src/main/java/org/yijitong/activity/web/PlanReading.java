package org.yijitong.activity.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.Draft;
import org.yijitong.activity.PlanDraft;
import org.yijitong.shared.Invalid;

/** Reads the forms of plans; what cannot be read is named all at once. */
final class PlanReading {
    private PlanReading() {}

    /** @throws Invalid with every field that cannot be read */
    static PlanDraft plan(RecordForm form, LocalDate today) {
        RecordReading reading = new RecordReading(form, today);
        @Nullable LocalDate until = reading.day("until", form.value("until"));
        PlanDraft draft = new PlanDraft(
                reading.kinds(),
                when(reading),
                RecordReading.text(form.value("place")),
                RecordReading.text(form.value("theme")),
                items(form.value("items")),
                form.value("again").isEmpty() ? null : until);
        if (!form.value("again").isEmpty() && until == null) {
            reading.fault("until", "activity.invalid.day");
        }
        reading.done();
        return draft;
    }

    /** @throws Invalid with every field that cannot be read */
    static PlanDraft.When when(RecordForm form, LocalDate today) {
        RecordReading reading = new RecordReading(form, today);
        PlanDraft.When when = when(reading);
        reading.done();
        return when;
    }

    private static PlanDraft.When when(RecordReading reading) {
        return new PlanDraft.When(reading.day("day"), reading.time("from"), reading.time("to"));
    }

    /** One item a line. */
    private static List<String> items(String typed) {
        return RecordReading.text(typed)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** @throws Invalid of the field {@code cause} */
    static Draft.Cause cause(RecordForm form) {
        return Arrays.stream(Draft.Cause.values())
                .filter(cause -> cause.name().equals(form.value("cause")))
                .findFirst()
                .orElseThrow(() -> new Invalid("cause", "activity.invalid.choice"));
    }
}
