package org.yijitong.personal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What changed in what people are told about what is held on them (PIPL art. 17, second paragraph: the changed part has to be
 * told). A release whose register says something else is found out when it starts. That somebody took note of it is kept
 * nowhere: the law asks to inform.
 */
@Component
@Transactional
public class NoticeChanges {
    private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

    private final NoticeVersionStore store;
    private final Register register;
    private final JsonMapper json;
    private final Clock clock;

    NoticeChanges(NoticeVersionStore store, Register register, JsonMapper json, Clock clock) {
        this.store = store;
        this.register = register;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What the notice says of one table, in the words of the register.
     *
     * @param sensitive what of it is sensitive (PIPL art. 28)
     */
    public record Line(String table, String means, String purpose, String basis, String keep, List<String> sensitive) {
        static Line of(PersonalTable table) {
            return new Line(
                    table.name(),
                    table.means(),
                    table.purpose(),
                    table.basis(),
                    table.keep().words(),
                    table.sensitive().stream().map(PersonalColumn::means).toList());
        }
    }

    /**
     * A change.
     *
     * @param since its day
     * @param fresh what is held now and was not
     * @param altered what is held otherwise, as it is now: what it is, why, on what basis, for how long
     * @param gone what is not held any more, as it was
     */
    public record Changed(LocalDate since, List<Line> fresh, List<Line> altered, List<Line> gone) {}

    /** Notes what people are told now, if it is not what they were told. */
    void note() {
        store.lock();
        List<Line> now = lines();
        Optional<List<Line>> before = store.latest(1).stream().map(this::read).findFirst();
        if (before.filter(now::equals).isEmpty()) {
            store.add(clock.instant().truncatedTo(ChronoUnit.MICROS), json.writeValueAsString(now));
        }
    }

    private List<Line> lines() {
        return register.personal().values().stream().map(Line::of).toList();
    }

    private List<Line> read(NoticeVersionStore.Version version) {
        return json.readValue(version.told(), LINES);
    }

    /** The last change; none as long as people are told what they were told first. */
    @Transactional(readOnly = true)
    public Optional<Changed> latest() {
        List<NoticeVersionStore.Version> two = store.latest(2);
        return two.size() < 2
                ? Optional.empty()
                : Optional.of(changed(day(two.getFirst().recordedAt()), read(two.getFirst()), read(two.getLast())));
    }

    private static Changed changed(LocalDate since, List<Line> now, List<Line> before) {
        Map<String, Line> was = before.stream()
                .collect(Collectors.toMap(Line::table, Function.identity(), (one, _) -> one, LinkedHashMap::new));
        List<Line> fresh =
                now.stream().filter(line -> !was.containsKey(line.table())).toList();
        List<Line> altered = now.stream()
                .filter(line -> was.containsKey(line.table()) && !line.equals(was.get(line.table())))
                .toList();
        now.forEach(line -> was.remove(line.table()));
        return new Changed(since, fresh, altered, List.copyOf(was.values()));
    }

    /** The day of the last change, of the notice or of whom one turns to in the unit. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> since(Scope scope) {
        return Stream.of(store.changed(), store.changed(scope.unit()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .map(NoticeChanges::day);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Days.SHANGHAI);
    }
}
