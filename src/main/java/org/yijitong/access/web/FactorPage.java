package org.yijitong.access.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.access.Factors;
import org.yijitong.access.SignedIn;
import org.yijitong.shared.Invalid;

/**
 * The second step of one's own sign-in: set up, or being set up.
 *
 * @param state how it is set up, or null
 * @param required whether a post asks for it
 * @param offer what to put into the authenticator, while it is not set up
 * @param faults of the form
 */
public record FactorPage(
        SignedIn who,
        Factors.@Nullable State state,
        boolean required,
        Factors.@Nullable Offer offer,
        Map<String, Invalid.Fault> faults) {
    /** Whether nothing else can be done before. */
    public boolean must() {
        return who.due() == SignedIn.Due.FACTOR;
    }

    /** The offer as a picture. */
    public QrPicture picture() {
        return QrPicture.of(offer == null ? "" : offer.address());
    }
}
