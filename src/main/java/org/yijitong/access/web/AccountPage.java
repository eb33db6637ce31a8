package org.yijitong.access.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yijitong.access.Factors;
import org.yijitong.access.HeldGrant;
import org.yijitong.access.Policy;
import org.yijitong.access.Session;
import org.yijitong.access.SignedIn;
import org.yijitong.access.Tokens;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;

/**
 * What the page of one's own account shows.
 *
 * @param factor the second step, where it is set up
 * @param tied whether it is tied to an identity outside
 * @param outside the provider of such identities
 * @param faults of the form for a new token
 */
public record AccountPage(
        SignedIn who,
        List<HeldGrant> posts,
        List<Session> sessions,
        List<Tokens.Token> tokens,
        Optional<Factors.State> factor,
        boolean tied,
        OutsideOffer outside,
        Map<String, Invalid.Fault> faults) {
    /** Whether this post is the one in use. */
    public boolean current(HeldGrant post) {
        return post.inUse(who);
    }

    /** The post's role and place in words. */
    public static String words(Page page, HeldGrant post) {
        return page.t("access.account.post", post.place(), page.t(Policy.nameKey(post.role())));
    }

    /** The device of a session in words. */
    public static String device(Page page, Session session) {
        return session.device().isBlank()
                ? page.t("access.account.sessions.device.unknown")
                : Device.of(session.device());
    }

    /** The posts as choices of a form. */
    public Map<String, String> choices(Page page) {
        Map<String, String> choices = new LinkedHashMap<>();
        posts.forEach(post -> choices.put(post.grantId().toString(), words(page, post)));
        return choices;
    }
}
