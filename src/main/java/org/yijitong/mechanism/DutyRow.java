package org.yijitong.mechanism;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A duty of a version as the matching reads it, a row of {@code mechanism.duty_versions}. */
record DutyRow(
        UUID dutyVersionId,
        UUID versionId,
        String mechanism,
        String name,
        int position,
        String factKind,
        Map<String, Object> required,
        List<Compiled.Test> conditions,
        String owedBy,
        Set<String> kinds,
        Set<String> posts,
        int membersLeast,
        int membersMost,
        Duty.Period period,
        BigDecimal need,
        Duty.NeedPer needPer,
        @Nullable String sumField,
        @Nullable String triggerKind,
        Map<String, Object> triggerRequired,
        List<Compiled.Test> triggerConditions,
        @Nullable Integer within,
        @Nullable String withinUnit,
        Set<Duty.Excuse> excuses,
        Duty.Visibility visibility,
        Set<String> units) {

    static DutyRow of(Duty duty, UUID versionId, UUID dutyVersionId) {
        Compiled counts = Compiled.of(duty.counts());
        Duty.Trigger trigger = duty.trigger();
        Compiled sets = Compiled.of(trigger == null ? List.of() : trigger.conditions());
        return new DutyRow(
                dutyVersionId,
                versionId,
                duty.mechanism().id(),
                duty.id(),
                duty.position(),
                duty.fact().name(),
                counts.required(),
                counts.tests(),
                duty.bearer().personal() ? "person" : "organization",
                duty.bearer().kinds(),
                duty.bearer().posts(),
                duty.bearer().least(),
                duty.bearer().most(),
                duty.period(),
                duty.need(),
                duty.needPer(),
                duty.sumField(),
                trigger == null ? null : trigger.fact().name(),
                sets.required(),
                sets.tests(),
                trigger == null ? null : trigger.within().amount(),
                trigger == null ? null : trigger.within().unit().name().toLowerCase(Locale.ROOT),
                duty.excuses(),
                duty.visibility(),
                duty.mechanism().units());
    }
}
