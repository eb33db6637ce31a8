package org.yijitong.activity.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.RecordFilter;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Cut;

/** What the address of a list of records asks for, as written there; what is none of ours asks for nothing. */
public record RecordQuery(
        @Nullable String q,
        @Nullable String kind,
        @Nullable String from,
        @Nullable String to,
        @Nullable String withdrawn,
        @Nullable String after) {
    private static final int LONGEST = 60;

    public RecordQuery {
        q = text(q).strip();
        q = Cut.at(LONGEST, q);
        kind = text(kind);
        from = text(from);
        to = text(to);
        withdrawn = text(withdrawn);
        after = text(after);
    }

    RecordFilter filter(@Nullable OrganizationId organization) {
        return new RecordFilter(
                text(q),
                organization,
                Arrays.stream(ActivityKind.values())
                        .filter(each -> each.word().equals(kind))
                        .findFirst()
                        .orElse(null),
                day(from),
                day(to),
                !text(withdrawn).isEmpty());
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        try {
            return text(written).isEmpty() ? null : LocalDate.parse(text(written));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether all records are asked for. */
    public boolean isEverything() {
        return (text(q) + text(kind) + text(from) + text(to) + text(withdrawn)).isEmpty();
    }

    /** Whether more is asked than words. */
    public boolean isNarrowed() {
        return !(text(kind) + text(from) + text(to) + text(withdrawn)).isEmpty();
    }

    /** The same question at an address, beginning after a record. */
    public String at(String path, String beginning) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("q", text(q));
        asked.put("kind", text(kind));
        asked.put("from", text(from));
        asked.put("to", text(to));
        asked.put("withdrawn", text(withdrawn));
        asked.put("after", beginning);
        String query = asked.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written;
    }
}
