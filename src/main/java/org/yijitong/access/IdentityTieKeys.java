package org.yijitong.access;

import java.util.Set;
import org.yijitong.shared.Keys;
import org.yijitong.shared.UnderKeys;

/**
 * Ties of accounts when the keys are changed. Who somebody is outside is known only when they come, so that nothing can be
 * hashed anew: the earlier keys stay as long as anybody is tied.
 */
final class IdentityTieKeys implements UnderKeys {
    private final IdentityTieStore store;

    IdentityTieKeys(IdentityTieStore store) {
        this.store = store;
    }

    @Override
    public Set<String> names() {
        return Set.of(IdentityTies.KEY);
    }

    @Override
    public int earlier(String name) {
        return store.any() ? Integer.MAX_VALUE : 0;
    }

    @Override
    public long move(Keys from, Keys to) {
        return 0;
    }
}
