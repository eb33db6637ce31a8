package org.yijitong.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Oneself;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves the running matters of a unit to another version of their flow: looked at first, proposed by one person, approved
 * by another, as publishing is. What cannot go on to its end under the other version stays where it is.
 */
@Component
@Transactional
public class Migrations {
    /** More than a unit has running in one flow; the rest is proposed again. */
    static final int MOST = 5_000;

    private static final int SHOWN = 100;
    private static final TypeReference<Map<String, String>> STATES = new TypeReference<>() {};

    private final MigrationStore store;
    private final MatterStore matters;
    private final Flows flows;
    private final Moving moving;
    private final Audit audit;
    private final Oneself oneself;
    private final Uuid7 ids;
    private final Clock clock;
    private final Days days;
    private final JsonMapper json;

    Migrations(
            MigrationStore store,
            MatterStore matters,
            Flows flows,
            Moving moving,
            Audit audit,
            Oneself oneself,
            Uuid7 ids,
            Clock clock,
            Days days,
            JsonMapper json) {
        this.store = store;
        this.matters = matters;
        this.flows = flows;
        this.moving = moving;
        this.audit = audit;
        this.oneself = oneself;
        this.ids = ids;
        this.clock = clock;
        this.days = days;
        this.json = json;
    }

    /** Which versions the running matters of a unit are under. */
    @Transactional(readOnly = true)
    public List<Migration.Running> running(Scope scope) {
        return store.running(scope.unit());
    }

    /** Those that were proposed, the latest first. */
    @Transactional(readOnly = true)
    public List<Migration.Proposed> proposed(Scope scope) {
        return store.all(scope.unit(), SHOWN).stream().map(this::told).toList();
    }

    /** @throws NotFound when the unit has no such proposal */
    @Transactional(readOnly = true)
    public Migration.Proposed find(Scope scope, UUID id) {
        return store.one(scope.unit(), id).map(this::told).orElseThrow(NotFound::new);
    }

    private Migration.Proposed told(MigrationStore.Row row) {
        Boolean approved = row.approved();
        return new Migration.Proposed(
                row.migrationId(),
                new Migration(row.flow(), row.fromNumber(), row.toNumber(), json.readValue(row.states(), STATES)),
                row.accountId(),
                row.recordedAt(),
                approved == null
                        ? null
                        : new Migration.End(
                                approved,
                                row.moved(),
                                row.stayed(),
                                Objects.requireNonNull(row.endedBy()),
                                Objects.requireNonNull(row.endedAt())));
    }

    /**
     * What would come of it today; nothing is stored.
     *
     * @throws NotFound when there is no such version
     * @throws Invalid of the field {@code states} when a state is named that is not there
     */
    @Transactional(readOnly = true)
    public Migration.Preview preview(Scope scope, Migration migration) {
        return preview(outcomes(migration, matters.under(scope.unit(), from(migration), MOST)));
    }

    private static Migration.Preview preview(List<Moving.Outcome> outcomes) {
        return new Migration.Preview(
                outcomes.stream()
                        .filter(each -> each.standing().isPresent())
                        .map(Moving.Outcome::line)
                        .toList(),
                outcomes.stream()
                        .filter(each -> each.standing().isEmpty())
                        .map(Moving.Outcome::line)
                        .toList());
    }

    private UUID from(Migration migration) {
        return version(migration.flow(), migration.from()).versionId();
    }

    private FlowVersion version(String flow, int number) {
        return flows.numbered(flow, number).orElseThrow(NotFound::new);
    }

    private List<Moving.Outcome> outcomes(Migration migration, List<MatterRow> rows) {
        Flow from = version(migration.flow(), migration.from()).flow();
        Flow to = version(migration.flow(), migration.to()).flow();
        if (migration.from() == migration.to() || !Moving.sensible(migration, from, to)) {
            throw new Invalid("states", "matter.invalid.states");
        }
        if (to.head().since().isAfter(days.today())) {
            throw new Invalid("to", "matter.invalid.not-yet");
        }
        return rows.stream()
                .map(row -> moving.of(row.matter(json), to, migration))
                .toList();
    }

    /** Puts it before a second person. */
    public UUID propose(Scope scope, Migration migration) {
        if (preview(scope, migration).moved().isEmpty()) {
            throw new Refused("matter.refused.nothing-moves");
        }
        UUID id = ids.next();
        store.add(scope, id, migration, json.writeValueAsString(migration.states()), clock.instant());
        audit.record(scope, "matter.migration", "migration", id, Map.of("flow", migration.flow()));
        return id;
    }

    /**
     * Approves it and moves what can be moved as it stands now; or lets it be.
     *
     * @throws Refused when whoever proposed it approves, or it came to an end before
     */
    public void end(Scope scope, UUID id, boolean approved) {
        store.lock(scope.unit(), id);
        Migration.Proposed proposed = find(scope, id);
        if (proposed.end() != null) {
            throw new Refused("matter.refused.migrated");
        }
        if (approved && proposed.account().equals(scope.account())) {
            throw new Refused("matter.refused.second");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int moved = 0;
        int stayed = 0;
        if (approved) {
            Migration migration = proposed.migration();
            List<Moving.Outcome> outcomes = outcomes(migration, matters.holdUnder(scope.unit(), from(migration), MOST));
            moved = move(scope, migration, outcomes, now);
            stayed = outcomes.size() - moved;
        }
        store.end(scope, id, new Migration.End(approved, moved, stayed, scope.account(), now));
        audit.record(
                scope,
                approved ? "matter.migrated" : "matter.migration-dropped",
                "migration",
                id,
                Map.of("moved", Integer.toString(moved)));
    }

    private int move(Scope scope, Migration migration, List<Moving.Outcome> outcomes, Instant now) {
        String answers = json.writeValueAsString(
                Map.of("from", Integer.toString(migration.from()), "to", Integer.toString(migration.to())));
        UUID person = oneself.in(scope).orElse(null);
        List<Change> changes = outcomes.stream()
                .flatMap(each -> each.standing().stream())
                .map(standing -> new Change(
                        standing,
                        new Change.Happened(
                                standing.matterId(),
                                "",
                                answers,
                                now,
                                scope.account(),
                                person,
                                new OrganizationId(scope.top()),
                                false,
                                "",
                                Set.of())))
                .toList();
        return changes.isEmpty()
                ? 0
                : matters.move(
                        scope.unit(), version(migration.flow(), migration.to()).versionId(), changes);
    }
}
