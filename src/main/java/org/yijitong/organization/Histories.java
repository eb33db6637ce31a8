package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.organization.ChangeStore.After;
import org.yijitong.organization.ChangeStore.Named;
import org.yijitong.shared.Ids;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** The histories of organizations, and whether one changed since somebody last looked. */
@Component
@Transactional(readOnly = true)
public class Histories {
    private static final Pattern PLACE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)_(\\d{1,12})\\.(\\d{1,9})_(" + Ids.PATTERN + ")");
    private static final After START = new After(LocalDate.of(9999, 12, 31), Instant.MAX, new UUID(-1, -1));

    private final ChangeStore store;
    private final ReachStore reach;
    private final TreeChange tree;

    public Histories(ChangeStore store, ReachStore reach, TreeChange tree) {
        this.store = store;
        this.reach = reach;
        this.tree = tree;
    }

    /**
     * A part of a history, with corrections and the history of predecessors.
     *
     * @param asOf the last day to tell of, and when it must have been recorded
     * @param from where it begins, as {@link History#next} said; null for the beginning
     * @param limit how many changes, 1 to 200
     */
    public History of(Scope scope, OrganizationId organization, AsOf asOf, @Nullable String from, int limit) {
        reach.find(scope, organization);
        After after = from == null ? START : place(from);
        List<ChangeStore.Row> rows = store.history(scope.unit(), organization, asOf, after, limit + 1);
        boolean more = rows.size() > limit;
        List<History.Entry> entries =
                rows.stream().limit(limit).map(this::entry).toList();
        return new History(entries, names(scope.unit(), entries), more ? place(entries.getLast()) : null);
    }

    /** How many changes the whole history has. */
    public long count(Scope scope, OrganizationId organization, AsOf asOf) {
        return store.count(scope.unit(), reach.find(scope, organization), asOf);
    }

    /** What a form must carry so that {@link #refuseIfChangedSince} can tell whether the organization changed. */
    public String seen(Scope scope, OrganizationId organization) {
        return store.newest(scope.unit(), reach.find(scope, organization))
                .map(row -> row.changeId().toString())
                .orElse("");
    }

    /**
     * Within a change: takes the unit's tree, so that nobody else changes it, and compares.
     *
     * @throws Refused when somebody changed the organization since the form was shown
     */
    @Transactional
    public void refuseIfChangedSince(Scope scope, OrganizationId organization, String seen) {
        tree.begin(scope, List.of(organization));
        String now = seen(scope, organization);
        if (!now.equals(seen)) {
            throw new Refused("organization.refused.changedSince");
        }
    }

    private History.Entry entry(ChangeStore.Row row) {
        return new History.Entry(
                row.changeId(),
                row.organizationId(),
                row.kind(),
                row.day(),
                row.effectiveOn(),
                row.recordedAt(),
                row.accountId(),
                row.reason(),
                row.documentNumber(),
                store.detail(row));
    }

    private Map<String, String> names(UnitId unit, Collection<History.Entry> entries) {
        Set<UUID> ids = entries.stream()
                .flatMap(entry ->
                        Stream.concat(Stream.of(entry.organization().toString()), entry.detail().values().stream()))
                .map(Ids::read)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        Stream.concat(store.names(unit, ids).stream(), store.people(unit, ids).stream())
                .forEach((Named named) -> names.put(named.id().toString(), named.name()));
        return names;
    }

    private static String place(History.Entry last) {
        Instant recorded = last.recorded();
        return last.day() + "_" + recorded.getEpochSecond() + "." + recorded.getNano() + "_" + last.change();
    }

    /** A place that no page of ours gave does not exist. */
    private static After place(String text) {
        var parts = PLACE.matcher(text);
        if (!parts.matches()) {
            throw new NotFound();
        }
        try {
            return new After(
                    LocalDate.parse(parts.group(1)),
                    Instant.ofEpochSecond(Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))),
                    UUID.fromString(parts.group(4)));
        } catch (java.time.DateTimeException e) {
            throw new NotFound();
        }
    }
}
