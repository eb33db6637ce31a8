package org.yijitong.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yijitong.activity.Draft.Lecturer;
import org.yijitong.ledger.Fact;
import org.yijitong.mechanism.FactField;
import org.yijitong.mechanism.FactKind;
import org.yijitong.organization.Company.Attendee;

/** What the ledger is told about an activity: one fact for each side, with the numbers of its own people. */
@Configuration(proxyBeanMethods = false)
class ActivityFacts {
    static final String KIND = "activity";
    /** 青年: at most this many years old on the day. */
    private static final int YOUNG = 35;

    @Bean
    static FactKind activityFact() {
        return new FactKind(
                KIND,
                List.of(
                        FactField.choices("kinds", words(ActivityKind.values())),
                        FactField.flag("study"),
                        FactField.flag("first_item"),
                        FactField.text("theme"),
                        FactField.number("present"),
                        FactField.number("expected"),
                        FactField.number("observers"),
                        FactField.number("present_share"),
                        FactField.number("young_present"),
                        FactField.number("decisions"),
                        FactField.number("measures"),
                        FactField.number("hours"),
                        FactField.number("partners"),
                        FactField.number("other_units"),
                        FactField.choice("lecturer", words(Lecturer.values())),
                        FactField.number("problems"),
                        FactField.flag("discussed")));
    }

    private static List<String> words(Enum<?>... constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    /** One fact for each side. */
    static List<Fact> of(Draft draft, Gathering gathering) {
        return gathering.sides().stream()
                .map(side -> new Fact(
                        KIND,
                        side.id(),
                        draft.occasion().day(),
                        fields(draft, side),
                        side.present().stream().map(Attendee::id).collect(Collectors.toSet())))
                .toList();
    }

    private static Map<String, Object> fields(Draft draft, Gathering.Side side) {
        Map<String, Object> fields = new HashMap<>(common(draft));
        fields.putAll(counted(draft.occasion().day(), side, others(draft)));
        return fields;
    }

    /** What is the same for every side. */
    static Map<String, Object> common(Draft draft) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(
                "kinds",
                draft.occasion().kinds().stream().map(ActivityKind::word).toList());
        flag(fields, "study", draft.content().anyIsStudy());
        flag(fields, "first_item", draft.content().firstIsStudy());
        flag(fields, "discussed", !draft.content().minutes().isBlank());
        draft.content().agenda().stream()
                .filter(Draft.Item::study)
                .findFirst()
                .ifPresent(item -> fields.put("theme", item.subject()));
        List<Draft.Decision> decisions = draft.content().decisions();
        fields.put("decisions", BigDecimal.valueOf(decisions.size()));
        fields.put(
                "measures",
                BigDecimal.valueOf(decisions.stream()
                        .filter(decision -> decision.owner() != null && decision.due() != null)
                        .count()));
        Draft.Sides sides = draft.sides();
        fields.put(
                "partners",
                BigDecimal.valueOf(sides.own().size() + (long) sides.guests().size()));
        fields.put("other_units", BigDecimal.valueOf(sides.guests().size()));
        further(fields, draft.further());
        return fields;
    }

    private static void further(Map<String, Object> fields, Draft.Further further) {
        if (further.lecturer() != null) {
            fields.put("lecturer", further.lecturer().name().toLowerCase(java.util.Locale.ROOT));
        }
        if (further.hours() != null) {
            fields.put("hours", further.hours());
        }
        if (further.problems() != null) {
            fields.put("problems", BigDecimal.valueOf(further.problems()));
        }
    }

    /** The fact of a side that confirmed for itself. */
    static Fact ofGuest(Map<String, Object> common, LocalDate day, Gathering.Side side) {
        Map<String, Object> fields = new HashMap<>(common);
        fields.putAll(counted(day, side, 0));
        fields.put("other_units", BigDecimal.ONE);
        return new Fact(
                KIND,
                side.id(),
                day,
                fields,
                side.present().stream().map(Attendee::id).collect(Collectors.toSet()));
    }

    private static Map<String, Object> counted(LocalDate day, Gathering.Side side, int others) {
        int expected = side.expectedCount();
        int present = side.presentCount();
        return Map.of(
                "present", BigDecimal.valueOf(present),
                "expected", BigDecimal.valueOf(expected),
                "present_share", BigDecimal.valueOf(expected == 0 ? 0 : present * 100L / expected),
                "observers", BigDecimal.valueOf(side.observers().size() + (long) others),
                "young_present",
                        BigDecimal.valueOf(Math.min(
                                young(day, side),
                                present + (long) side.observers().size())));
    }

    /** Those who sat in and are named freely, separated by marks or spaces. */
    private static int others(Draft draft) {
        return (int) Stream.of(draft.attendance().others().split("[\\s、，,；;]+"))
                .filter(name -> !name.isBlank())
                .count();
    }

    private static long young(LocalDate day, Gathering.Side side) {
        return Stream.concat(side.present().stream(), side.observers().stream())
                .filter(person -> person.birthDate() != null
                        && person.birthDate().plusYears(YOUNG + 1L).isAfter(day))
                .count();
    }

    private static void flag(Map<String, Object> fields, String name, boolean holds) {
        if (holds) {
            fields.put(name, true);
        }
    }
}
