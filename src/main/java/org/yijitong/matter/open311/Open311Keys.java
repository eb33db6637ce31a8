package org.yijitong.matter.open311;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Hmac;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Keys;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sha256;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;

/**
 * Keys by which programs send requests to a unit (api_key). A key lets a program raise something and do nothing else; it
 * is made from the key of the form under a key of the server and kept as its SHA-256, as receipts are.
 */
@Component
@Transactional
public class Open311Keys {
    private static final int LONGEST = 60;
    private static final int DIGITS = 40;

    private final Open311Store store;
    private final Audit audit;
    private final byte[] secret;
    private final Uuid7 ids;
    private final Clock clock;

    Open311Keys(Open311Store store, Audit audit, Keys keys, Uuid7 ids, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.secret = keys.key("open311-key");
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A key as those see it who gave it out.
     *
     * @param name of the program
     * @param anybody whether it stands for every program, with a key or without
     */
    public record Key(UUID keyId, String name, boolean anybody, Instant recordedAt) {}

    /** The unit, as programs name it. */
    @Transactional(readOnly = true)
    public Place place(Scope scope) {
        return store.place(scope.unit()).orElseThrow(NotFound::new);
    }

    /** Those in force. */
    @Transactional(readOnly = true)
    public List<Key> of(Scope scope) {
        return store.keys(scope.unit());
    }

    /**
     * Gives out a key, or lets every program in.
     *
     * @param formKey from which the key is made
     * @throws Invalid on {@code name}
     */
    public UUID issue(Scope scope, String formKey, String name, boolean anybody) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST) {
            throw new Invalid("name", "door.open311.invalid.name", LONGEST);
        }
        UUID id = ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.issue(scope, new Key(id, called, anybody, now), anybody ? null : hash(text(scope, formKey)));
        audit.record(scope, "open311.keyIssued", "open311", id, Map.of("name", called));
        return id;
    }

    /** The key that was made from the key of a form. */
    public String text(Scope scope, String formKey) {
        byte[] made = Hmac.of(secret, (scope.unit() + " " + formKey).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(made).substring(0, DIGITS);
    }

    /** @throws NotFound when there is none, or it was withdrawn */
    public void withdraw(Scope scope, UUID key) {
        if (!store.withdraw(scope, key, clock.instant())) {
            throw new NotFound();
        }
        audit.record(scope, "open311.keyWithdrawn", "open311", key, Map.of());
    }

    /** @throws Fault 403 when neither the key lets a program in nor the unit every one */
    Key admitted(UnitId unit, @Nullable String apiKey) {
        byte[] hash = Optional.ofNullable(apiKey).map(Open311Keys::hash).orElse(null);
        return store.admits(unit, hash).orElseThrow(() -> new Fault(HttpStatus.FORBIDDEN, "door.open311.fault.key"));
    }

    /** The key of a program, when it is one of the unit in force. */
    Optional<UUID> known(UnitId unit, String apiKey) {
        return store.admits(unit, hash(apiKey)).filter(key -> !key.anybody()).map(Key::keyId);
    }

    private static byte[] hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
