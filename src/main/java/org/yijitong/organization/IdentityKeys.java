package org.yijitong.organization;

import java.util.HexFormat;
import java.util.List;
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
        return Set.of("identity-seal", "identity-hash");
    }

    @Override
    public long move(Keys from, Keys to) {
        var change = new Change(new IdentityVault(from), new IdentityVault(to));
        return numbers(change) + rows(change) + rosters(change) + charts(change);
    }

    private long numbers(Change change) {
        long moved = 0;
        var page = store.numbers(NONE, NONE, ROWS);
        while (!page.isEmpty()) {
            store.put(page.stream().map(change::of).toList());
            moved += page.size();
            var last = page.getLast();
            page = store.numbers(last.unitId(), last.personId(), ROWS);
        }
        return moved;
    }

    private long rows(Change change) {
        long moved = 0;
        var page = store.rows(new IdentityKeyStore.Row(NONE, NONE, 0, "", ""), ROWS);
        while (!page.isEmpty()) {
            store.putRows(page.stream().map(change::of).toList());
            moved += page.size();
            page = store.rows(page.getLast(), ROWS);
        }
        return moved;
    }

    private long rosters(Change change) {
        long moved = 0;
        List<IdentityKeyStore.Workbook> page = store.rosters(NONE, NONE, FILES);
        while (!page.isEmpty()) {
            store.putRosters(page.stream().map(change::of).toList());
            moved += page.size();
            page = store.rosters(page.getLast().unitId(), page.getLast().importId(), FILES);
        }
        return moved;
    }

    private long charts(Change change) {
        long moved = 0;
        List<IdentityKeyStore.Workbook> page = store.charts(NONE, NONE, FILES);
        while (!page.isEmpty()) {
            store.putCharts(page.stream().map(change::of).toList());
            moved += page.size();
            page = store.charts(page.getLast().unitId(), page.getLast().importId(), FILES);
        }
        return moved;
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
