package org.yijitong.matter.open311;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request as a program sends it, by the names of the specification. Of {@code email}, {@code device_id}, {@code
 * account_id} and {@code media_url} nothing is kept: nobody is written to, no device is known, no address is fetched.
 */
public final class RequestForm {
    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\]]{1,60})](\\[])?");
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);

    private final Map<String, String> fields;

    /** @param fields the first value of each */
    public RequestForm(Map<String, String> fields) {
        this.fields = new TreeMap<>(fields);
    }

    String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    @Nullable
    String apiKey() {
        return text("api_key").isEmpty() ? null : text("api_key");
    }

    /** Which unit is meant. */
    public String jurisdiction() {
        return text("jurisdiction_id");
    }

    /** Whether it says for whom, so that the same again is the same person’s. */
    boolean personal() {
        return Stream.of("device_id", "account_id", "email", "phone")
                .anyMatch(name -> !text(name).isEmpty());
    }

    /** All that it says, to tell it from others. */
    String everything() {
        return fields.toString();
    }

    /** Family name first where it is written in Chinese. */
    String name() {
        String first = text("first_name");
        String last = text("last_name");
        boolean chinese = (first + last)
                .codePoints()
                .anyMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.HAN);
        return chinese ? last + first : (first + " " + last).strip();
    }

    /** Answers to what the service asks beside, by field; of a day what stands before the time. */
    Map<String, String> attributes() {
        Map<String, String> answers = new HashMap<>();
        fields.forEach((name, value) -> {
            Matcher attribute = ATTRIBUTE.matcher(name);
            if (attribute.matches() && !value.isBlank()) {
                String plain = value.strip();
                answers.put(
                        attribute.group(1), plain.matches("\\d{4}-\\d{2}-\\d{2}T.*") ? plain.substring(0, 10) : plain);
            }
        });
        return answers;
    }

    /**
     * The place in words; empty when none is said, which is not refused: not everything one calls about has a place.
     *
     * @throws Fault 400 when latitude and longitude (WGS 84) are no such numbers, or one comes without the other
     */
    String where() {
        List<String> parts = new ArrayList<>();
        parts.add(text("address_string"));
        parts.add(text("address_id"));
        String lat = text("lat");
        String lng = text("long");
        if (!lat.isEmpty() || !lng.isEmpty()) {
            parts.add(degrees(lat, POLE) + ", " + degrees(lng, DATE_LINE) + " (WGS 84)");
        }
        return parts.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String degrees(String written, BigDecimal most) {
        if (!written.matches("-?\\d{1,3}(\\.\\d{1,12})?")
                || new BigDecimal(written).abs().compareTo(most) > 0) {
            throw new Fault(HttpStatus.BAD_REQUEST, "door.open311.fault.place");
        }
        return written;
    }
}
