package org.yijitong.access.web;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;
import org.yijitong.access.IdentityProvider;
import org.yijitong.shared.Page;

/**
 * The identity provider as pages speak of it.
 *
 * @param called what people call it, or empty if nobody said
 */
public record OutsideOffer(IdentityProvider.Standing standing, String called) {
    static OutsideOffer of(IdentityProvider provider) {
        return new OutsideOffer(provider.standing(), provider.name());
    }

    /** Whether there is one at all. */
    public boolean on() {
        return standing != IdentityProvider.Standing.OFF;
    }

    public boolean away() {
        return standing == IdentityProvider.Standing.AWAY;
    }

    public String name(Page page) {
        return called.isEmpty() ? page.t("access.identity.name") : called;
    }

    /** Where signing in by it begins. */
    public static String address(String to) {
        return "/sign-in/identity" + (to.equals("/") ? "" : "?to=" + UriUtils.encode(to, StandardCharsets.UTF_8));
    }
}
