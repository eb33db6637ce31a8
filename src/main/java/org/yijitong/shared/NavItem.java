package org.yijitong.shared;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * One entry of the main navigation. A module supplies its own as beans, in order by {@code @Order}; a user sees those
 * whose action is permitted.
 *
 * @param path where it leads, such as {@code /organization}; the pages below it keep it marked as current
 * @param icon a name in {@code frontend/icons.txt}, shown on phones
 * @param messageKey its words, two to four characters
 * @param action the action of the policy file that lets it be seen
 * @param others further paths that keep it marked
 * @param seldom what is needed once in years stands on the page of one's account instead, where it takes nobody's room
 */
public record NavItem(String path, String icon, String messageKey, String action, List<String> others, boolean seldom) {
    public NavItem(String path, String icon, String messageKey, String action) {
        this(path, icon, messageKey, action, List.of());
    }

    public NavItem(String path, String icon, String messageKey, String action, List<String> others) {
        this(path, icon, messageKey, action, others, false);
    }

    /**
     * Whether a page, or what a form is sent to, lies under this entry of a navigation, and under no other more closely.
     *
     * @param nav all entries that somebody has
     */
    public boolean marked(Collection<NavItem> nav, String address) {
        return nav.stream().anyMatch(each -> each.holdsWithin(address)) ? holdsWithin(address) : holds(address);
    }

    /** Whether a page lies under this entry within an organization: its records. */
    public boolean holdsWithin(String address) {
        String whole = address.replaceFirst("^/units/[^/?]+(?=/)", "");
        String inner = whole.replaceFirst("^/organizations/[0-9a-f-]{36}(?=/)", "");
        return !inner.equals(whole) && holds(inner);
    }

    /** Whether a page of this path lies under this entry, in whichever unit. */
    public boolean holds(String address) {
        String current = address.replaceFirst("^/units/[^/?]+(?=/)", "");
        return Stream.concat(Stream.of(path), others.stream())
                .anyMatch(each ->
                        current.equals(each) || current.startsWith(each + "/") || current.startsWith(each + "?"));
    }
}
