package org.yijitong.notice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.audit.Erasures;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Keys;
import org.yijitong.shared.Seal;

/** The mail addresses of those who wish to be reminded, sealed. */
@Component
@Transactional
public class Mailboxes {
    /** As browsers take them (WHATWG HTML, 4.10.5.1.5), with a domain of at least two parts. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private static final int LONGEST = 200;

    static final String KEY = "mail-seal";

    private final MailboxStore store;
    private final Seal sealing;
    private final Audit audit;
    private final Erasures erasures;
    private final Clock clock;

    Mailboxes(MailboxStore store, Keys keys, Audit audit, Erasures erasures, Clock clock) {
        this.store = store;
        this.sealing = new Seal(keys.key(KEY));
        this.audit = audit;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** @throws Invalid on {@code address} when it is none */
    public void set(UUID account, String address) {
        String plain = address.strip();
        if (plain.length() > LONGEST || !ADDRESS.matcher(plain).matches()) {
            throw new Invalid("address", "notice.invalid.address");
        }
        store.remove(account);
        store.add(account, sealing.close(plain.getBytes(StandardCharsets.UTF_8), about(account)), clock.instant());
        audit.identity(account, "mailbox.set", Map.of());
    }

    /** No more mail to this account. */
    public void remove(UUID account) {
        if (store.remove(account)) {
            audit.identity(account, Erasures.MAILBOX, Map.of());
            erasures.mailbox(account);
        }
    }

    /** The address of an account, if it has one. */
    @Transactional(readOnly = true)
    public Optional<String> of(UUID account) {
        return store.find(account).map(kept -> new String(sealing.open(kept, about(account)), StandardCharsets.UTF_8));
    }

    static byte[] about(UUID account) {
        return account.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
