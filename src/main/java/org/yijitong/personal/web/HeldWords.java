package org.yijitong.personal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yijitong.access.PastPost;
import org.yijitong.personal.MyData;
import org.yijitong.personal.PersonalColumn;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Page;
import tools.jackson.databind.JsonNode;

/** What stands in a row, in words people know: names for ids, words for codes, the clock of Shanghai. */
public final class HeldWords {
    /** As many characters of a long text as a page shows; the copy to take along has all. */
    private static final int SHOWN = 300;

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,79}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+\\+00:00");

    /** Columns with codes that other modules have words for. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "sex", List.of("people.sex."),
            "kind", List.of("people.kind."),
            "states", List.of("people.state."),
            "post", List.of("people.post."),
            "kinds", List.of("fact.activity.kinds."),
            "action", List.of("audit.did."),
            "subject_kind", List.of("audit.kind."),
            "role", List.of("access.role."),
            "ended_by", List.of("people.leaving."),
            "outcome", List.of("access.sign-ins.outcome."));

    private HeldWords() {}

    /** A column with its value, both in words. */
    public record Told(String means, String value) {}

    /** What a row tells; what is empty, or withheld, is left out. */
    public static List<Told> told(Page page, MyData.Rows rows, JsonNode row) {
        List<Told> told = new ArrayList<>();
        for (PersonalColumn column : rows.table().telling()) {
            JsonNode value = row.get(column.name());
            if (value != null && !value.isNull()) {
                String words = value(page, rows, column.name(), value);
                if (!words.isBlank()) {
                    told.add(new Told(column.means(), words));
                }
            }
        }
        return told;
    }

    /** What was done, in words. */
    public static String did(Page page, MyData.Trace trace) {
        return code(page, "audit.entries", "action", trace.action());
    }

    /** Why it was done, where that was said. */
    public static String detail(Page page, MyData.Trace trace) {
        JsonNode detail = trace.detail();
        if (detail == null) {
            return page.t("personal.traces.erased");
        }
        JsonNode reason = detail.get("reason");
        return reason != null && reason.isString() ? shortened(page, reason.stringValue()) : "";
    }

    /** As what somebody did something. */
    public static String posts(Page page, MyData.Trace trace) {
        return trace.posts().stream()
                .map(post -> post(page, post))
                .distinct()
                .collect(Collectors.joining(page.t("personal.register.between")));
    }

    private static String post(Page page, PastPost post) {
        return page.t("access.account.post", post.place(), code(page, "access.grants", "role", post.role()));
    }

    private static String value(Page page, MyData.Rows rows, String column, JsonNode value) {
        if (value.isArray()) {
            List<String> each = new ArrayList<>();
            value.forEach(one -> each.add(value(page, rows, column, one)));
            return String.join(page.t("personal.register.between"), each);
        }
        if (value.isObject() && value.isEmpty()) {
            return "";
        }
        if (value.isBoolean()) {
            return page.t(value.booleanValue() ? "personal.yes" : "personal.no");
        }
        return value.isString() ? text(page, rows, column, value.stringValue()) : shortened(page, value.toString());
    }

    private static String text(Page page, MyData.Rows rows, String column, String value) {
        if (value.equals("infinity")) {
            return page.t("personal.open-end");
        }
        if (rows.table().refers(column) && Ids.read(value).isPresent()) {
            return rows.names().getOrDefault(value, page.t("personal.number", value.substring(value.length() - 8)));
        }
        if (MOMENT.matcher(value).matches()) {
            return page.words().longMoment(Instant.parse(value.replace("+00:00", "Z")));
        }
        if (DAY.matcher(value).matches()) {
            return LocalDate.parse(value).toString();
        }
        return CODE.matcher(value).matches() ? code(page, rows.table().name(), column, value) : shortened(page, value);
    }

    /** The words for this column of this table, else those for every column of that name. */
    private static String code(Page page, String table, String column, String code) {
        String here = found(page, "personal.value." + table + "." + column + "." + code);
        if (!here.isEmpty()) {
            return here;
        }
        for (String beginning : WORDS.getOrDefault(column, List.of())) {
            for (String written : List.of(code, code.toUpperCase(Locale.ROOT))) {
                String words = found(page, beginning + written);
                if (!words.isEmpty()) {
                    return words;
                }
            }
        }
        String own = found(page, "personal.value." + column + "." + code);
        return own.isEmpty() ? code : own;
    }

    private static String found(Page page, String key) {
        return String.valueOf(page.words()
                .messages()
                .getMessage(key, null, "", page.words().language().locale()));
    }

    private static String shortened(Page page, String text) {
        return text.length() > SHOWN ? page.t("personal.shortened", text.substring(0, SHOWN), text.length()) : text;
    }
}
