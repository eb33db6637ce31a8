package org.yijitong.matter.door;

import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.yijitong.matter.MatterId;
import org.yijitong.shared.Keys;
import org.yijitong.shared.Seal;
import org.yijitong.shared.UnderKeys;

/**
 * Names and telephones put under another key. Receipt codes are kept as plain hashes of many random bits and stay valid; of
 * the key they are made with the one before stays, so that a form sent again across the change gives the same code.
 */
final class ContactKeys implements UnderKeys {
    private static final HexFormat HEX = HexFormat.of();
    private static final int AT_ONCE = 2_000;
    private static final UUID NONE = new UUID(0, 0);

    private final ContactKeyStore store;

    ContactKeys(ContactKeyStore store) {
        this.store = store;
    }

    @Override
    public Set<String> names() {
        return Set.of(ContactVault.KEY, ReceiptCodes.KEY);
    }

    @Override
    public int earlier(String name) {
        return name.equals(ReceiptCodes.KEY) ? 1 : 0;
    }

    @Override
    public long move(Keys from, Keys to) {
        var old = new Seal(from.key(ContactVault.KEY));
        var fresh = new Seal(to.key(ContactVault.KEY));
        return UnderKeys.pages(
                new ContactKeyStore.Kept(NONE, NONE, ""),
                last -> store.after(last.unitId(), last.matterId(), AT_ONCE),
                kept -> new ContactKeyStore.Kept(kept.unitId(), kept.matterId(), moved(old, fresh, kept)),
                store::put);
    }

    private static String moved(Seal old, Seal fresh, ContactKeyStore.Kept kept) {
        byte[] about = Doors.about(new MatterId(kept.matterId()));
        return HEX.formatHex(fresh.close(old.open(HEX.parseHex(kept.sealed()), about), about));
    }
}
