package org.yijitong.mechanism.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.shared.WorkingDays;
import org.yijitong.shared.WorkingDays.Arrangement;
import org.yijitong.yaml.DocumentFault;
import org.yijitong.yaml.Entries;
import org.yijitong.yaml.Faults;
import org.yijitong.yaml.Scalars;
import org.yijitong.yaml.Source;
import org.yijitong.yaml.YamlText;

/** The State Council's arrangements of holidays, as shipped and as users add them. */
@Component
public class CalendarFiles {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST = 100;

    private final Map<Integer, Arrangement> years = new TreeMap<>();
    private final List<DocumentFault> faults = new ArrayList<>();

    /** @throws IllegalStateException when a shipped year has a fault */
    CalendarFiles(DocumentFiles files) {
        files.calendars().forEach(this::read);
    }

    WorkingDays workingDays() {
        return new WorkingDays(years.values());
    }

    /** What is wrong with files of users; these years stay as they would be without. */
    public List<DocumentFault> faults() {
        return List.copyOf(faults);
    }

    private void read(Source source) {
        List<DocumentFault> wrong = read(source, years);
        if (!wrong.isEmpty() && !source.own()) {
            throw new IllegalStateException("a shipped calendar is faulty: " + wrong);
        }
        faults.addAll(wrong);
    }

    /** Adds the year of a file; all that is wrong with it otherwise. */
    static List<DocumentFault> read(Source source, Map<Integer, Arrangement> years) {
        Faults faults = new Faults(source.file(), Vocabulary.KEYS);
        YamlText.read(source.text(), faults).map(root -> year(root, faults)).ifPresent(year -> {
            if (faults.isEmpty()) {
                years.put(year.year(), year);
            }
        });
        return faults.list();
    }

    private static Arrangement year(Node root, Faults faults) {
        Scalars scalars = new Scalars(faults);
        Entries entries = new Entries(root, faults, "year", "notice", "holidays", "working");
        int year = entries.need("year", FIRST_YEAR, node -> scalars.whole(node, FIRST_YEAR, LAST_YEAR));
        String notice = entries.need("notice", "", node -> scalars.text(node, LONGEST));
        Set<LocalDate> free = new HashSet<>();
        entries.need("holidays", List.<Node>of(), Entries::elements)
                .forEach(each -> free.addAll(holiday(each, year, faults, scalars)));
        Set<LocalDate> worked = new HashSet<>();
        entries.or("working", List.<Node>of(), Entries::elements)
                .forEach(each -> worked.add(worked(each, year, faults, scalars)));
        return new Arrangement(year, notice, free, worked);
    }

    private static Collection<LocalDate> holiday(Node node, int year, Faults faults, Scalars scalars) {
        Entries entries = new Entries(node, faults, "name", "from", "to");
        entries.need("name", "", each -> scalars.text(each, LONGEST));
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate from = entries.need("from", first, each -> day(each, year, faults, scalars));
        LocalDate to = entries.need("to", from, each -> day(each, year, faults, scalars));
        if (to.isBefore(from)) {
            faults.at(node, "mechanism.fault.calendar-order", to, from);
            return List.of();
        }
        return from.datesUntil(to.plusDays(1)).toList();
    }

    private static LocalDate worked(Node node, int year, Faults faults, Scalars scalars) {
        LocalDate day = day(node, year, faults, scalars);
        if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
            faults.at(node, "mechanism.fault.calendar-weekday", day);
        }
        return day;
    }

    /** In the year, or in the last week of the one before. */
    private static LocalDate day(Node node, int year, Faults faults, Scalars scalars) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate day = scalars.day(node, first);
        if (day.isBefore(first.minusWeeks(1)) || day.getYear() > year) {
            faults.at(node, "mechanism.fault.calendar-year", day, year);
            return first;
        }
        return day;
    }
}
