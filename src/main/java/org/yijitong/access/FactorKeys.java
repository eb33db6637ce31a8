package org.yijitong.access;

import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.yijitong.shared.Keys;
import org.yijitong.shared.UnderKeys;

/**
 * Second steps put under other keys. Recovery codes are known to their holders only: those that are unused stay under the
 * key they were made with, which stays until none is left. They have 78 random bits and cannot be guessed with it.
 */
final class FactorKeys implements UnderKeys {
    private static final String CODES = "factor-hash";
    private static final HexFormat HEX = HexFormat.of();
    private static final int AT_ONCE = 2_000;

    private final FactorKeyStore store;

    FactorKeys(FactorKeyStore store) {
        this.store = store;
    }

    @Override
    public Set<String> names() {
        return Set.of("factor-seal", CODES);
    }

    @Override
    public int earlier(String name) {
        return name.equals(CODES) && store.unused() ? Integer.MAX_VALUE : 0;
    }

    @Override
    public long move(Keys from, Keys to) {
        var old = new FactorVault(from);
        var fresh = new FactorVault(to);
        long moved = 0;
        var page = store.after(new UUID(0, 0), AT_ONCE);
        while (!page.isEmpty()) {
            store.put(page.stream()
                    .map(kept -> new FactorKeyStore.Kept(kept.accountId(), moved(old, fresh, kept)))
                    .toList());
            moved += page.size();
            page = store.after(page.getLast().accountId(), AT_ONCE);
        }
        return moved;
    }

    private static String moved(FactorVault old, FactorVault fresh, FactorKeyStore.Kept kept) {
        byte[] secret = old.open(kept.accountId(), HEX.parseHex(kept.sealed()));
        return HEX.formatHex(fresh.close(kept.accountId(), secret));
    }
}
