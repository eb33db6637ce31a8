package org.yijitong.organization;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/** Founding many organizations at once, as when a unit begins to use the product; one level of a tree in one go. */
@Component
@Transactional
public class Foundings {
    private final TreeChange tree;
    private final OrganizationStore store;
    private final Audit audit;
    private final Uuid7 ids;

    public Foundings(TreeChange tree, OrganizationStore store, Audit audit, Uuid7 ids) {
        this.tree = tree;
        this.store = store;
        this.audit = audit;
        this.ids = ids;
    }

    /** An organization to be founded, and why and from when. */
    public record Founded(Founding founding, Because because) {
        OrganizationId superior() {
            return Objects.requireNonNull(founding.state().superior(), "only a unit has no superior");
        }
    }

    /**
     * Founds many organizations under others that are there already, in a bounded number of statements.
     *
     * @return their ids in the order given
     * @throws Invalid when a code is taken
     * @throws Refused when a superior does not exist on the first day, or stands in the other tree
     */
    public List<OrganizationId> foundAll(Scope scope, List<Founded> founded) {
        List<OrganizationId> superiors =
                founded.stream().map(Founded::superior).distinct().toList();
        Instant recorded = tree.begin(scope, superiors);
        requireFree(scope, founded);
        Map<OrganizationId, Timeline<OrganizationState>> above = tree.timelines(scope.unit(), superiors);
        Map<OrganizationId, Founded> byId = new LinkedHashMap<>();
        Map<OrganizationId, Timeline<OrganizationState>> wanted = new LinkedHashMap<>();
        for (Founded each : founded) {
            OrganizationState state = each.founding().state();
            Timeline<OrganizationState> superior = above.getOrDefault(each.superior(), Timeline.empty());
            Organizations.requireUnder(
                    state.kind(), TreeChange.present(superior, each.because().on()));
            OrganizationId id = new OrganizationId(ids.next());
            byId.put(id, each);
            wanted.put(
                    id, Timeline.<OrganizationState>empty().put(each.because().on(), Days.FOREVER, state));
        }
        store.found(scope.unit(), identities(byId));
        tree.saveAll(scope.unit(), Map.of(), wanted, recorded);
        tree.noteFounded(scope, byId, recorded);
        audit.record(
                scope, "organizations.founded", "unit", scope.unit().value(), Map.of("organizations", byId.size()));
        tree.finish(scope.unit(), recorded);
        return List.copyOf(byId.keySet());
    }

    private static List<OrganizationStore.Identity> identities(Map<OrganizationId, Founded> byId) {
        return byId.entrySet().stream()
                .map(each -> new OrganizationStore.Identity(
                        each.getKey(),
                        each.getValue().founding().state().kind().tree(),
                        each.getValue().founding().code()))
                .toList();
    }

    private void requireFree(Scope scope, List<Founded> founded) {
        List<String> codes = founded.stream()
                .flatMap(each -> Stream.ofNullable(each.founding().code()))
                .toList();
        List<String> taken = store.codesTaken(scope.unit(), codes);
        if (!taken.isEmpty()) {
            throw new Invalid("code", "organization.invalid.codeTaken", taken.getFirst());
        }
    }
}
