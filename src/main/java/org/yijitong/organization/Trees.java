package org.yijitong.organization;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.Scope;

/** The trees of a unit on any day, as known at any moment. */
@Component
@Transactional(readOnly = true)
public class Trees {
    private final TreeStore store;

    public Trees(TreeStore store) {
        this.store = store;
    }

    /** How many people belong to a branch. */
    public record Members(int full, int probationary, int total) {}

    /** What the scope reaches of one tree, superiors before those below them; at most 20,000. */
    public List<TreeRow> asOf(Scope scope, Tree tree, AsOf asOf) {
        return store.tree(scope, tree, asOf);
    }

    /** Members by branch. */
    public Map<OrganizationId, Members> members(Scope scope, AsOf asOf) {
        return store.members(scope, asOf.on(), asOf.known()).stream()
                .collect(Collectors.toMap(TreeStore.Count::organizationId, ((Function<TreeStore.Count, Members>)
                        count -> new Members(count.full(), count.probationary(), count.total()))));
    }
}
