package org.yijitong.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Keys;
import org.yijitong.shared.Seal;

/**
 * Seals a way out to the identity provider for the browser, so that strangers who begin one leave nothing behind on the
 * server. The key is made when the first one begins.
 */
@Component
class DetourSeal {
    private static final byte[] ABOUT = "detour".getBytes(StandardCharsets.US_ASCII);

    private final Keys keys;
    private volatile @Nullable Seal seal;

    DetourSeal(Keys keys) {
        this.keys = keys;
    }

    String close(Detour detour) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal().close(detour.bytes(), ABOUT));
    }

    /** Nothing if it is none of ours. */
    Optional<Detour> open(String sealed) {
        try {
            return Optional.of(Detour.of(seal().open(Base64.getUrlDecoder().decode(sealed), ABOUT)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private Seal seal() {
        Seal made = seal;
        if (made == null) {
            made = new Seal(keys.key("outside-detour"));
            seal = made;
        }
        return made;
    }
}
