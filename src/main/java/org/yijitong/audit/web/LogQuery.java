package org.yijitong.audit.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.audit.LogFilter;
import org.yijitong.shared.Days;
import org.yijitong.shared.Ids;

/** What the address of the log asks for, as written there; what is none of ours asks for nothing. Days in Shanghai. */
public record LogQuery(
        @Nullable String from,
        @Nullable String to,
        @Nullable String account,
        @Nullable String action,
        @Nullable String subject,
        @Nullable String before) {
    private static final Pattern ACTION = Pattern.compile("[a-zA-Z.-]{1,80}");

    public LogQuery {
        from = text(from);
        to = text(to);
        account = text(account);
        action = text(action);
        subject = text(subject);
        before = text(before);
    }

    LogFilter filter() {
        return new LogFilter(
                start(from, 0),
                start(to, 1),
                id(account),
                ACTION.matcher(text(action)).matches() ? action : null,
                id(subject));
    }

    @Nullable
    UUID last() {
        return id(before);
    }

    private static @Nullable Instant start(@Nullable String day, int later) {
        try {
            return text(day).isEmpty()
                    ? null
                    : LocalDate.parse(text(day))
                            .plusDays(later)
                            .atStartOfDay(Days.SHANGHAI)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable UUID id(@Nullable String written) {
        return Ids.read(text(written)).orElse(null);
    }

    /** Whether the whole log is asked for. */
    public boolean isEverything() {
        return (text(from) + text(to) + text(account) + text(action) + text(subject)).isEmpty();
    }

    /** The same question, going on before an entry. */
    public String at(String beginning) {
        return address(Map.of("before", beginning));
    }

    /** Only what one account did. */
    public String of(UUID who) {
        return address(Map.of("account", who.toString(), "before", ""));
    }

    /** Only what was done to one subject. */
    public String on(UUID what) {
        return address(Map.of("subject", what.toString(), "before", ""));
    }

    private String address(Map<String, String> other) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("from", text(from));
        asked.put("to", text(to));
        asked.put("account", text(account));
        asked.put("action", text(action));
        asked.put("subject", text(subject));
        asked.put("before", text(before));
        asked.putAll(other);
        String query = asked.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/log" : "/log?" + query;
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written;
    }
}
