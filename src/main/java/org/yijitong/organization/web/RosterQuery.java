package org.yijitong.organization.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.RosterFilter;
import org.yijitong.shared.Cut;
import org.yijitong.shared.Ids;
import org.yijitong.shared.NotFound;

/** What a roster's address asks for, as written there. */
public record RosterQuery(
        @Nullable String q,
        @Nullable String branch,
        @Nullable String kind,
        @Nullable String state,
        @Nullable String after) {
    private static final int LONGEST = 60;

    public RosterQuery {
        q = text(q).strip();
        branch = text(branch);
        kind = text(kind);
        state = text(state);
        after = text(after);
    }

    /**
     * As a filter.
     *
     * @throws NotFound when a value is none of ours, rather than showing more than was asked for
     */
    RosterFilter filter() {
        String query = text(q);
        return new RosterFilter(
                Cut.at(LONGEST, query),
                text(branch).isEmpty() ? null : new OrganizationId(Ids.inAddress(text(branch))),
                constant(text(kind), List.of(MemberKind.values())),
                constant(text(state), List.of(MemberState.values())));
    }

    /** Whether everyone is asked for. */
    public boolean isEverything() {
        return List.of(text(q), text(branch), text(kind), text(state)).stream().allMatch(String::isEmpty);
    }

    /** The same filter at another address, from its start. */
    public String at(String path) {
        return at(path, "");
    }

    /** The same filter at another address, after a row. */
    public String at(String path, String row) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("q", text(q));
        asked.put("branch", text(branch));
        asked.put("kind", text(kind));
        asked.put("state", text(state));
        asked.put("after", row);
        String query = asked.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** For a query: a space as %20, which no reader takes for a plus. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static <E extends Enum<E>> @Nullable E constant(String written, List<E> known) {
        if (written.isEmpty()) {
            return null;
        }
        return known.stream()
                .filter(each -> each.name().equals(written))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written;
    }
}
