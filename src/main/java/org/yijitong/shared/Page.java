package org.yijitong.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every template needs beside its own matter. A controller asks for it as a parameter and hands it on.
 *
 * @param words messages and dates in the chosen language
 * @param look theme and size of text
 * @param path the address of this page with its query, to come back to after a change of language
 * @param here the address that was asked for, whatever came of it: where this page stands in the navigation; empty for an
 *     error page, which stands nowhere
 * @param user who is signed in, if anyone
 * @param nav the entries this user may open
 * @param csrf the token that forms carry; made only when first read
 * @param notice what the page before has to say, shown once, if anything
 * @param demo whether this is a demonstration and not production
 * @param newKey a fresh idempotency key for the forms of this page
 */
public record Page(
        Words words,
        Look look,
        String path,
        String here,
        @Nullable CurrentUser user,
        List<NavItem> nav,
        @Nullable CsrfToken csrf,
        @Nullable String notice,
        boolean demo,
        UUID newKey) {
    /**
     * How the page is drawn.
     *
     * @param theme {@code light}, {@code dark}, or {@code auto}: as the device says
     * @param size {@code normal} or {@code large}
     */
    public record Look(String theme, String size) {}

    /** The entries of the main navigation. */
    public List<NavItem> often() {
        return nav.stream().filter(each -> !each.seldom()).toList();
    }

    /** The entries that stand on the page of one's account. */
    public List<NavItem> seldom() {
        return nav.stream().filter(NavItem::seldom).toList();
    }

    /** Whether this page lies under an entry of the navigation, and under no other more closely. */
    public boolean under(NavItem item) {
        return item.marked(nav, here);
    }

    /** The same where it stands in place of another: of what was asked for before a reason was. */
    public Page inPlaceOf(String address) {
        return new Page(words, look, path, address, user, nav, csrf, notice, demo, newKey);
    }

    /** What kind of page this is, in the words of its address: neither whose nor which. */
    public String place() {
        int query = path.indexOf('?');
        return PageKind.of(query < 0 ? path : path.substring(0, query));
    }

    /** The sentence of a message key. */
    public String t(String key, Object... arguments) {
        return words.t(key, arguments);
    }

    public String date(LocalDate day) {
        return words.date(day);
    }

    public String moment(Instant at) {
        return words.moment(at);
    }

    /** The tag for the {@code lang} attribute. */
    public String lang() {
        return words.language().tag();
    }

    public boolean large() {
        return look.size().equals("large");
    }

    /** The sentence that belongs beside a field, or null if the field is in order. */
    public @Nullable String fault(Map<String, Invalid.Fault> faults, String field) {
        Invalid.Fault fault = faults.get(field);
        return fault == null ? null : t(fault.messageKey(), fault.arguments().toArray());
    }
}
