package org.yijitong.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ledger.Stand;
import org.yijitong.ledger.Standings;
import org.yijitong.ledger.Standings.Bearer;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Catching up on past months (补记): what is missing, one line each, saved together. */
@Component
@Transactional
public class Arrears {
    /** How many lines are saved at once. */
    public static final int MOST = 12;

    private final Standings standings;
    private final Mechanisms mechanisms;
    private final Records records;
    private final Days days;

    Arrears(Standings standings, Mechanisms mechanisms, Records records, Days days) {
        this.standings = standings;
        this.mechanisms = mechanisms;
        this.records = records;
        this.days = days;
    }

    /**
     * One line of catching up: everyone was there, as long as nobody corrects it.
     *
     * @param theme of the study item, up to 200 characters; empty when the duty asks for none
     * @param words what was discussed, up to 10,000 characters; may be empty
     */
    public record Line(UUID obligation, LocalDate day, String theme, String words) {}

    /**
     * What is missing of periods that ended within a year, the oldest first.
     *
     * @throws NotFound when the scope does not reach the organization
     */
    @Transactional(readOnly = true)
    public List<Missed> of(Scope scope, OrganizationId organization) {
        LocalDate today = days.today();
        List<Bearer> household = standings.household(scope, organization, today);
        if (household.isEmpty()) {
            throw new NotFound();
        }
        Map<OrganizationId, Bearer> by =
                household.stream().collect(Collectors.toMap(Bearer::organizationId, Function.identity()));
        boolean own = organization.value().equals(scope.top());
        return standings.of(scope, by.keySet(), today.minusYears(1), today.minusDays(1), AsOf.knownNow(today)).stream()
                .filter(Arrears::missing)
                .map(stand -> Missed.of(
                        stand,
                        mechanisms.version(stand.dutyVersion()),
                        Objects.requireNonNull(by.get(stand.organization()))))
                .filter(missed -> own || missed.duty().visibility() != Duty.Visibility.PRIVATE)
                .sorted(Comparator.comparing(Missed::last)
                        .thenComparingInt(missed -> household.indexOf(missed.bearer()))
                        .thenComparingInt(
                                missed -> mechanisms.place(missed.stand().duty())))
                .toList();
    }

    private static boolean missing(Stand stand) {
        return stand.state() == Stand.State.LATE || stand.state() == Stand.State.OPEN;
    }

    /**
     * Writes down each line as a record of its own; all of them or none.
     *
     * @throws Invalid with the faults of every line, each under its field and the number of its line: {@code day-0}
     * @throws Refused when something was written down meanwhile
     */
    public List<RecordId> catchUp(Scope scope, OrganizationId organization, List<Line> lines) {
        if (lines.isEmpty() || lines.size() > MOST) {
            throw new Invalid("day-0", "activity.catch.invalid.lines", MOST);
        }
        Map<UUID, Missed> missing = of(scope, organization).stream()
                .filter(Missed::brief)
                .collect(Collectors.toMap(missed -> missed.stand().obligation(), Function.identity()));
        boolean each = lines.stream().map(Line::obligation).distinct().count() == lines.size();
        if (!each || !lines.stream().allMatch(line -> missing.containsKey(line.obligation()))) {
            throw new Refused("activity.catch.refused");
        }
        Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
        List<RecordId> made = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Missed missed = Objects.requireNonNull(missing.get(lines.get(i).obligation()));
            try {
                check(missed, lines.get(i));
                made.add(records.record(scope, missed.bearer().organizationId(), draft(missed, lines.get(i))));
            } catch (Invalid invalid) {
                faults.putAll(at(i, invalid));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return made;
    }

    private static void check(Missed missed, Line line) {
        if (line.day().isBefore(missed.first()) || line.day().isAfter(missed.last())) {
            throw new Invalid("day", "activity.catch.invalid.day", missed.first(), missed.last());
        }
        if (missed.theme() && line.theme().isEmpty()) {
            throw new Invalid("theme", "activity.invalid.theme");
        }
        if (missed.words() && line.words().isEmpty()) {
            throw new Invalid("words", "activity.catch.invalid.words");
        }
    }

    private static Map<String, Invalid.Fault> at(int line, Invalid invalid) {
        Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
        invalid.faults().forEach((field, fault) -> {
            String shown = switch (field) {
                case "agenda" -> "theme";
                case "minutes" -> "words";
                default -> field.equals("theme") || field.equals("words") ? field : "day";
            };
            faults.put(shown + "-" + line, fault);
        });
        return faults;
    }

    private static Draft draft(Missed missed, Line line) {
        List<Draft.Item> agenda = line.theme().isEmpty() ? List.of() : List.of(new Draft.Item(line.theme(), true));
        return new Draft(
                new Draft.Occasion(missed.kinds(), line.day(), null, null, "", ""),
                Draft.Sides.NONE,
                Draft.Attendance.ALL,
                new Draft.Content(agenda, line.words(), List.of()),
                Draft.Further.NOTHING);
    }
}
