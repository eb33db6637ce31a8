package org.yijitong.organization;

import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.yijitong.shared.Keys;
import org.yijitong.shared.UnderKeys;

/** Identity numbers on the rosters and in workbooks that came in, and the workbooks themselves, put under other keys. */
final class IdentityKeys implements UnderKeys {
    private static final HexFormat HEX = HexFormat.of();
    private static final UUID NONE = new UUID(0, 0);
    private static final int ROWS = 2_000;
    /** A workbook has up to a few MiB. */
    private static final int FILES = 4;

    private final IdentityKeyStore store;

    IdentityKeys(IdentityKeyStore store) {
        this.store = store;
    }

    @Override
    public Set<String> names() {
        return Set.of(IdentityVault.NUMBERS, IdentityVault.HASHES);
    }

    @Override
    public long move(Keys from, Keys to) {
        var change = new Change(new IdentityVault(from), new IdentityVault(to));
        var first = new IdentityKeyStore.Workbook(NONE, NONE, "");
        return UnderKeys.pages(
                        new IdentityKeyStore.Held(NONE, NONE, "", ""),
                        last -> store.numbers(last.unitId(), last.personId(), ROWS),
                        change::of,
                        store::put)
                + UnderKeys.pages(
                        new IdentityKeyStore.Row(NONE, NONE, 0, "", ""),
                        last -> store.rows(last, ROWS),
                        change::of,
                        store::putRows)
                + UnderKeys.pages(
                        first,
                        last -> store.rosters(last.unitId(), last.importId(), FILES),
                        change::of,
                        store::putRosters)
                + UnderKeys.pages(
                        first,
                        last -> store.charts(last.unitId(), last.importId(), FILES),
                        change::of,
                        store::putCharts);
    }

    /** From the keys there are to others. */
    private record Change(IdentityVault from, IdentityVault to) {
        IdentityKeyStore.Held of(IdentityKeyStore.Held kept) {
            String number = from.open(HEX.parseHex(kept.sealed()));
            return new IdentityKeyStore.Held(
                    kept.unitId(), kept.personId(), HEX.formatHex(to.hash(number)), HEX.formatHex(to.seal(number)));
        }

        IdentityKeyStore.Row of(IdentityKeyStore.Row kept) {
            String number = from.open(HEX.parseHex(kept.sealed()));
            return new IdentityKeyStore.Row(
                    kept.unitId(),
                    kept.importId(),
                    kept.line(),
                    HEX.formatHex(to.hash(number)),
                    HEX.formatHex(to.seal(number)));
        }

        IdentityKeyStore.Workbook of(IdentityKeyStore.Workbook kept) {
            byte[] plain = from.openBytes(HEX.parseHex(kept.sealed()));
            return new IdentityKeyStore.Workbook(kept.unitId(), kept.importId(), HEX.formatHex(to.sealBytes(plain)));
        }
    }
}
