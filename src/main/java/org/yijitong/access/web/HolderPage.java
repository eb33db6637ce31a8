package org.yijitong.access.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.RosterRow;
import org.yijitong.shared.Invalid;

/**
 * Who holds an account.
 *
 * @param name of the account's holder as the account says
 * @param asked the name that was looked for
 * @param present who holds it as far as is known
 * @param found those of the roster who bear the name that was looked for
 */
public record HolderPage(
        UUID account,
        String name,
        String asked,
        @Nullable RosterRow present,
        List<RosterRow> found,
        Map<String, Invalid.Fault> faults) {
    public String address() {
        return "/accounts/" + account + "/person";
    }
}
