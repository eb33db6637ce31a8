package org.yijitong.personal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.access.Grants;
import org.yijitong.access.PastPost;
import org.yijitong.access.Selves;
import org.yijitong.access.Selves.Self;
import org.yijitong.audit.Audit;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is held on the holder of an account, in every unit that knows them (PIPL art. 45): nothing but the account that
 * asks decides whose data it is.
 */
@Component
@Transactional(readOnly = true)
public class MyData {
    /** Rows of a page. */
    public static final int PAGE = 20;

    /** Up to how many rows are counted. */
    public static final int COUNTED = 1000;

    /** The last page; nobody turns as many. */
    private static final int LAST = 10_000;

    /** Rows of each table on paper. */
    public static final int PRINTED = 100;

    /** Rows of each table in the file. */
    public static final int TAKEN = 5000;

    private final Register register;
    private final RowsInJson sources;
    private final HeldStore store;
    private final Selves selves;
    private final Grants grants;
    private final AccountNames accounts;
    private final Audit audit;
    private final JsonMapper json;

    MyData(
            Register register,
            RowsInJson sources,
            HeldStore store,
            Selves selves,
            Grants grants,
            AccountNames accounts,
            Audit audit,
            JsonMapper json) {
        this.register = register;
        this.sources = sources;
        this.store = store;
        this.selves = selves;
        this.grants = grants;
        this.accounts = accounts;
        this.audit = audit;
        this.json = json;
    }

    /** A table and how many rows of it speak of the person, as far as they were counted. */
    public record Part(PersonalTable table, int found) {}

    /** What one unit holds: the tables with anything in them. */
    public record Share(Self self, List<Part> parts) {
        /** The parts of a group of the register. */
        public List<Part> in(String group) {
            return parts.stream()
                    .filter(part -> part.table().group().equals(group))
                    .toList();
        }
    }

    /**
     * Rows of one table.
     *
     * @param names what the ids in them are called
     * @param more whether there are more than these
     */
    public record Rows(PersonalTable table, List<JsonNode> rows, Map<String, String> names, boolean more) {}

    /** All that one unit holds, table by table. */
    public record Whole(Self self, List<Rows> tables) {}

    /**
     * Something done with what is held on the person.
     *
     * @param detail what the log says besides; null where it was erased
     * @param who the name of whoever did it, if it was a person
     * @param posts what posts they held on that day
     */
    public record Trace(
            Instant at,
            String action,
            String subjectKind,
            @Nullable JsonNode detail,
            @Nullable String who,
            List<PastPost> posts) {}

    /** A page of what was done. */
    public record Traces(List<Trace> traces, boolean more) {}

    /** Where the account's holder is known. */
    public List<Self> selves(UUID account) {
        return selves.of(account);
    }

    /** What there is, unit by unit; what belongs to no unit stands with the first. */
    public List<Share> shares(UUID account) {
        List<Self> known = selves.of(account);
        return IntStream.range(0, known.size())
                .mapToObj(place -> share(known.get(place), account, place))
                .toList();
    }

    private Share share(Self self, UUID account, int place) {
        return new Share(
                self,
                store.counts(self, account, sources.of(tables(place)), COUNTED + 1).stream()
                        .filter(count -> count.counted() > 0)
                        .map(count -> new Part(table(count.name()), count.counted()))
                        .toList());
    }

    /** The tables to look into for one of the units. */
    private List<PersonalTable> tables(int place) {
        return register.personal().values().stream()
                .filter(table ->
                        table.mine() != null && (place == 0 || !table.mine().everywhere()))
                .toList();
    }

    /**
     * A page of rows of a table.
     *
     * @param place which of the account's units, from 0
     * @param page from 0
     * @throws NotFound if there is no such table, its rows cannot be found by person, or there is no such unit
     */
    public Rows rows(UUID account, String table, int place, int page) {
        PersonalTable asked = table(table);
        Self self = self(account, place);
        if (!tables(place).contains(asked)) {
            throw new NotFound();
        }
        List<JsonNode> found = store.rows(self, account, sources.of(List.of(asked)), past(page), PAGE + 1).stream()
                .map(row -> json.readTree(row.held()))
                .toList();
        List<JsonNode> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Rows(asked, shown, names(self, Map.of(asked, shown)), found.size() > PAGE);
    }

    /** Everything, of each table at most so many rows, unit by unit. */
    public List<Whole> all(UUID account, int most) {
        List<Self> known = selves.of(account);
        return IntStream.range(0, known.size())
                .mapToObj(place -> whole(known.get(place), account, place, most))
                .toList();
    }

    private Whole whole(Self self, UUID account, int place, int most) {
        Map<String, List<JsonNode>> byTable = store.rows(self, account, sources.of(tables(place)), 0, most + 1).stream()
                .collect(Collectors.groupingBy(
                        HeldStore.Row::name,
                        Collectors.mapping(row -> json.readTree(row.held()), Collectors.toList())));
        Map<PersonalTable, List<JsonNode>> held = new HashMap<>();
        byTable.forEach((name, rows) -> held.put(table(name), rows));
        Map<String, String> names = names(self, held);
        return new Whole(
                self,
                tables(place).stream()
                        .filter(table -> byTable.containsKey(table.name()))
                        .map(table -> cut(table, byTable.getOrDefault(table.name(), List.of()), names, most))
                        .toList());
    }

    private static Rows cut(PersonalTable table, List<JsonNode> found, Map<String, String> names, int most) {
        return new Rows(table, found.subList(0, Math.min(most, found.size())), names, found.size() > most);
    }

    /** Notes that somebody took a copy of their data. */
    @Transactional
    public List<Whole> take(UUID account) {
        audit.identity(account, "personal.taken", Map.of());
        return all(account, TAKEN);
    }

    /** Who looked at what a unit holds and who changed it, newest first. */
    public Traces traces(UUID account, int place, int page) {
        Self self = self(account, place);
        List<HeldStore.Entry> found = store.traces(self, past(page), PAGE + 1);
        List<HeldStore.Entry> shown = found.subList(0, Math.min(PAGE, found.size()));
        Set<UUID> who = shown.stream().map(HeldStore.Entry::accountId).collect(Collectors.toSet());
        Map<UUID, String> names = accounts.of(who);
        Map<UUID, List<PastPost>> posts =
                grants.history(who).stream().collect(Collectors.groupingBy(PastPost::accountId));
        return new Traces(
                shown.stream().map(entry -> trace(entry, names, posts)).toList(), found.size() > PAGE);
    }

    private Trace trace(HeldStore.Entry entry, Map<UUID, String> names, Map<UUID, List<PastPost>> posts) {
        LocalDate day = entry.recordedAt().atZone(Days.SHANGHAI).toLocalDate();
        return new Trace(
                entry.recordedAt(),
                entry.action(),
                entry.subjectKind(),
                entry.detail() == null ? null : json.readTree(entry.detail()),
                names.get(entry.accountId()),
                posts.getOrDefault(entry.accountId(), List.of()).stream()
                        .filter(post -> post.on(day))
                        .toList());
    }

    /** How many rows stand on the pages before. */
    private static int past(int page) {
        if (page < 0 || page > LAST) {
            throw new NotFound();
        }
        return page * PAGE;
    }

    private PersonalTable table(String name) {
        return register.table(name).orElseThrow(NotFound::new);
    }

    private Self self(UUID account, int place) {
        List<Self> known = selves.of(account);
        if (place < 0 || place >= known.size()) {
            throw new NotFound();
        }
        return known.get(place);
    }

    private Map<String, String> names(Self self, Map<PersonalTable, List<JsonNode>> held) {
        Set<UUID> ids = new HashSet<>();
        held.forEach((table, rows) -> rows.forEach(row -> HeldIds.collect(table, row, ids)));
        Map<String, String> names = new HashMap<>();
        store.called(self.unit(), ids).forEach(each -> names.put(each.id().toString(), each.name()));
        accounts.of(ids).forEach((id, name) -> names.put(id.toString(), name));
        return names;
    }
}
