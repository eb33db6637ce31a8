package org.yijitong.organization;

import java.util.List;
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

    /** What the scope reaches of one tree, superiors before those below them; at most 20,000. */
    public List<TreeRow> asOf(Scope scope, Tree tree, AsOf asOf) {
        return store.tree(scope, tree, asOf);
    }
}
