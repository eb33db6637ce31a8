package org.yijitong.mechanism;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.mechanism.Duty.Basis;
import org.yijitong.mechanism.Duty.Name;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;

/** A mechanism of the tests' own, published once: a committee meeting each month, a lesson each quarter, one private duty. */
@TestComponent
public class SampleDuties {
    public static final String MECHANISM = "sample-rules";
    public static final UUID MEETING = UUID.fromString("00000000-0000-7000-8000-000000000001");
    public static final UUID LESSON = UUID.fromString("00000000-0000-7000-8000-000000000002");
    public static final UUID PRIVATE = UUID.fromString("00000000-0000-7000-8000-000000000003");

    @Autowired
    Db db;

    @Autowired
    Mechanisms mechanisms;

    @Autowired
    FactKind activityFact;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Days days;

    /** Publishes it, unless that was done before. */
    public synchronized void publish() {
        if (mechanisms.all().stream().anyMatch(duty -> duty.dutyId().equals(MEETING))) {
            return;
        }
        List<Duty> all = new ArrayList<>(mechanisms.all());
        all.addAll(transaction.execute(_ -> store()));
        mechanisms.replace(all);
    }

    private List<Duty> store() {
        LocalDate since = days.today().minusYears(3).withDayOfYear(1);
        Duty.Mechanism mechanism = new Duty.Mechanism(
                MECHANISM,
                1,
                "sample",
                new Name("三会一课", "Meetings and lessons"),
                since,
                since.plusYears(6),
                since,
                List.of());
        List<Duty> duties = List.of(
                duty(mechanism, MEETING, "committee-meeting", "支委会", Duty.Period.MONTH, "committee_meeting", false),
                duty(mechanism, LESSON, "lesson", "党课", Duty.Period.QUARTER, "lesson", false),
                duty(mechanism, PRIVATE, "heart-talk", "谈心谈话", Duty.Period.MONTH, "heart_talk", true));
        UUID version = UUID.randomUUID();
        db.global("""
                INSERT INTO mechanism.versions (version_id, mechanism, number, pack, since, until, published_on,
                    published_at, content)
                VALUES (:version, :mechanism, 1, 'sample', :since, :until, :since, now(), '')
                """)
                .bind("version", version)
                .bind("mechanism", MECHANISM)
                .bind("since", since)
                .bind("until", mechanism.until())
                .run();
        duties.forEach(duty -> store(version, duty));
        return duties;
    }

    private void store(UUID version, Duty duty) {
        db.global("""
                INSERT INTO mechanism.duties (duty_id, mechanism, name) VALUES (:id, :mechanism, :name)
                """)
                .bind("id", duty.dutyId())
                .bind("mechanism", MECHANISM)
                .bind("name", duty.id())
                .run();
        db.global("""
                INSERT INTO mechanism.duty_versions (duty_version_id, duty_id, version_id, position, fact_kind,
                    required, owed_by, kinds, period, need, need_per, excuses, visibility)
                VALUES (:id, :duty, :version, 0, 'activity',
                    jsonb_build_object('kinds', jsonb_build_array(:kind::text)), 'organization', ARRAY['branch'],
                    :period, 1, 'organization', ARRAY['not_applicable'], :visibility)
                """)
                .bind("id", duty.dutyVersionId())
                .bind("duty", duty.dutyId())
                .bind("version", version)
                .bind("kind", duty.counts().getFirst().values().getFirst())
                .bind("period", duty.period())
                .bind("visibility", duty.visibility())
                .run();
        int months = duty.period() == Duty.Period.MONTH ? 1 : 3;
        Stream.iterate(duty.mechanism().since(), day -> day.plusMonths(months))
                .limit(60 / months)
                .forEach(first -> db.global("""
                        INSERT INTO mechanism.duty_periods (duty_version_id, period_from, period_to, due_on)
                        VALUES (:id, :from, :to, :to)
                        """)
                        .bind("id", duty.dutyVersionId())
                        .bind("from", first)
                        .bind("to", first.plusMonths(months).minusDays(1))
                        .run());
    }

    private Duty duty(
            Duty.Mechanism mechanism,
            UUID id,
            String name,
            String chinese,
            Duty.Period period,
            String kind,
            boolean hidden) {
        FactField kinds = activityFact.field("kinds").orElseThrow();
        return new Duty(
                id,
                UUID.randomUUID(),
                mechanism,
                0,
                name,
                new Name(chinese, name),
                new Basis("《中国共产党支部工作条例（试行）》", "第十一条"),
                new Duty.Bearer(false, Set.of("branch"), Set.of(), 0, Integer.MAX_VALUE),
                period,
                new Duty.Grace(0, Duty.Unit.DAYS),
                activityFact,
                List.of(new Condition(kinds, Condition.Test.CONTAINS, List.of(kind))),
                BigDecimal.ONE,
                Duty.NeedPer.ORGANIZATION,
                null,
                null,
                Set.of(Duty.Excuse.NOT_APPLICABLE),
                hidden ? Duty.Visibility.PRIVATE : Duty.Visibility.DIRECT,
                new Name("补开一次，记上就算。", "Hold one and record it."));
    }
}
