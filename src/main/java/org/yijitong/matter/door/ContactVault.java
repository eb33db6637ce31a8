package org.yijitong.matter.door;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.yijitong.matter.MatterId;
import org.yijitong.shared.Keys;
import org.yijitong.shared.Seal;

/** Seals names and telephones of those who asked, each bound to its matter; the key lies outside the database. */
@Component
class ContactVault {
    static final String KEY = "contact-seal";

    private static final String BETWEEN = "\n";

    private final Seal sealing;

    ContactVault(Keys keys) {
        sealing = new Seal(keys.key(KEY));
    }

    byte[] seal(MatterId matter, Contact contact) {
        String plain = contact.name().replace(BETWEEN, " ") + BETWEEN + contact.phone();
        return sealing.close(plain.getBytes(StandardCharsets.UTF_8), Doors.about(matter));
    }

    /** @throws IllegalStateException when what is kept was altered or moved to another matter */
    Contact open(MatterId matter, byte[] kept) {
        String plain = new String(sealing.open(kept, Doors.about(matter)), StandardCharsets.UTF_8);
        int between = plain.indexOf(BETWEEN);
        return new Contact(plain.substring(0, between), plain.substring(between + 1));
    }
}
