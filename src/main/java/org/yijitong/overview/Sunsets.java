package org.yijitong.overview;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** Puts before those who publish rules what a rule that ends was good for, so that they renew, merge or drop it. */
@Component
@Transactional(readOnly = true)
public class Sunsets {
    private final Mechanisms mechanisms;
    private final Sums sums;
    private final Days days;

    Sunsets(Mechanisms mechanisms, Sums sums, Days days) {
        this.mechanisms = mechanisms;
        this.sums = sums;
        this.days = days;
    }

    /** @throws NotFound when there is no such mechanism, or the scope does not reach the whole unit */
    public Sunset of(Scope scope, String mechanism) {
        List<Duty> versions = mechanisms.all().stream()
                .filter(duty -> duty.mechanism().id().equals(mechanism))
                .toList();
        Duty.Mechanism head = versions.stream()
                .map(Duty::mechanism)
                .max(Comparator.comparingInt(Duty.Mechanism::version))
                .orElseThrow(NotFound::new);
        LocalDate today = days.today();
        Map<UUID, Tally> before = use(scope, mechanism, today.getYear() - 1);
        Map<UUID, Tally> now = use(scope, mechanism, today.getYear());
        return new Sunset(
                head,
                today,
                versions.stream()
                        .filter(duty -> duty.mechanism().equals(head) && Choice.summed(duty))
                        .map(duty -> new Sunset.Use(
                                duty,
                                before.getOrDefault(duty.dutyId(), Tally.NONE),
                                now.getOrDefault(duty.dutyId(), Tally.NONE)))
                        .toList());
    }

    private Map<UUID, Tally> use(Scope scope, String mechanism, int year) {
        Sums.Seen seen = sums.of(scope, new Choice(year, mechanism, null), days.today());
        return seen.duties().rows().stream()
                .collect(Collectors.toMap(
                        Table.Row::of,
                        row -> row.months().entrySet().stream()
                                .filter(month -> month.getKey().getYear() == year)
                                .map(Map.Entry::getValue)
                                .reduce(Tally.NONE, Tally::plus)));
    }
}
