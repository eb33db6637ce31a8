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
    private static final UUID NONE = new UUID(0, 0);
    private static final HexFormat HEX = HexFormat.of();
    private static final int AT_ONCE = 2_000;

    private final FactorKeyStore store;

    FactorKeys(FactorKeyStore store) {
        this.store = store;
    }

    @Override
    public Set<String> names() {
        return Set.of(FactorVault.SECRETS, FactorVault.CODES);
    }

    @Override
    public int earlier(String name) {
        return name.equals(FactorVault.CODES) && store.unused() ? Integer.MAX_VALUE : 0;
    }

    @Override
    public long move(Keys from, Keys to) {
        var old = new FactorVault(from);
        var fresh = new FactorVault(to);
        return UnderKeys.pages(
                new FactorKeyStore.Kept(NONE, ""),
                last -> store.after(last.accountId(), AT_ONCE),
                kept -> new FactorKeyStore.Kept(kept.accountId(), moved(old, fresh, kept)),
                store::put);
    }

    private static String moved(FactorVault old, FactorVault fresh, FactorKeyStore.Kept kept) {
        byte[] secret = old.open(kept.accountId(), HEX.parseHex(kept.sealed()));
        return HEX.formatHex(fresh.close(kept.accountId(), secret));
    }
}
