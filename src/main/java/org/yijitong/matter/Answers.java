package org.yijitong.matter;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yijitong.matter.Flow.Field;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;

/** What was typed for the fields of a step, checked; all that is wrong is said at once. */
final class Answers {
    private static final int LONGEST = 2000;
    /** Seven digits in a row, or a telephone in groups; neither a year, a day nor 12345. */
    private static final Pattern NUMBERS = Pattern.compile("\\d{7,}|\\d{3,4}[- ]\\d{4}[- ]?\\d{3,4}");

    /** Further than any deadline reaches. */
    private static final int FURTHEST = 20;

    private final LocalDate today;
    private final Map<String, Invalid.Fault> faults = new LinkedHashMap<>();

    private Answers(LocalDate today) {
        this.today = today;
    }

    /** @throws Invalid with the fault of each field, by its identifier */
    static Map<String, String> check(List<Field> fields, Map<String, String> typed, LocalDate today) {
        Answers answers = new Answers(today);
        Map<String, String> taken = new HashMap<>();
        fields.forEach(field -> answers.one(
                        field, typed.getOrDefault(field.id(), "").strip())
                .ifPresent(answer -> taken.put(field.id(), answer)));
        if (!answers.faults.isEmpty()) {
            throw new Invalid(answers.faults);
        }
        return taken;
    }

    /** The days among answers. */
    static Map<String, LocalDate> days(List<Field> fields, Map<String, String> answers) {
        Map<String, LocalDate> days = new HashMap<>();
        fields.stream()
                .filter(field -> field.type() == Field.Type.DAY && answers.containsKey(field.id()))
                .forEach(field -> days.put(field.id(), LocalDate.parse(answers.getOrDefault(field.id(), ""))));
        return days;
    }

    private Optional<String> one(Field field, String typed) {
        if (typed.isEmpty()) {
            if (field.required()) {
                fault(field, "matter.invalid.missing");
            }
            return Optional.empty();
        }
        boolean right = switch (field.type()) {
            case TEXT -> typed.length() <= LONGEST && !tells(field, typed);
            case DAY -> day(typed);
            case NUMBER -> typed.matches("\\d{1,9}(\\.\\d{1,2})?");
            case CHOICE -> field.values().stream().anyMatch(value -> value.id().equals(typed));
            case FILE, RECORD, PERSON -> Ids.read(typed).isPresent();
        };
        if (!right) {
            fault(
                    field,
                    tells(field, typed)
                            ? "matter.invalid.public"
                            : "matter.invalid." + field.type().name());
        }
        return Optional.of(typed);
    }

    /** Whether what anybody may read has a telephone or an identity number in it, in digits of whatever width. */
    private static boolean tells(Field field, String typed) {
        return field.published()
                && NUMBERS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                        .find();
    }

    private boolean day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed);
            return day.isAfter(today.minusYears(FURTHEST)) && day.isBefore(today.plusYears(FURTHEST));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void fault(Field field, String key) {
        faults.put(field.id(), new Invalid.Fault(key, List.of()));
    }
}
