package org.yijitong.notice;

import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.yijitong.shared.Keys;
import org.yijitong.shared.Seal;
import org.yijitong.shared.UnderKeys;

/** Mail addresses put under another key. */
final class MailboxKeys implements UnderKeys {
    private static final HexFormat HEX = HexFormat.of();
    private static final UUID NONE = new UUID(0, 0);
    private static final int AT_ONCE = 2_000;

    private final MailboxKeyStore store;

    MailboxKeys(MailboxKeyStore store) {
        this.store = store;
    }

    @Override
    public Set<String> names() {
        return Set.of(Mailboxes.KEY);
    }

    @Override
    public long move(Keys from, Keys to) {
        var old = new Seal(from.key(Mailboxes.KEY));
        var fresh = new Seal(to.key(Mailboxes.KEY));
        return UnderKeys.pages(
                new MailboxKeyStore.Kept(NONE, ""),
                last -> store.after(last.accountId(), AT_ONCE),
                kept -> new MailboxKeyStore.Kept(kept.accountId(), moved(old, fresh, kept)),
                store::put);
    }

    private static String moved(Seal old, Seal fresh, MailboxKeyStore.Kept kept) {
        byte[] about = Mailboxes.about(kept.accountId());
        return HEX.formatHex(fresh.close(old.open(HEX.parseHex(kept.sealed()), about), about));
    }
}
