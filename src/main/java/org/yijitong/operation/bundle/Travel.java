package org.yijitong.operation.bundle;

import java.util.Map;
import java.util.Set;

/** Which tables stay behind, and which columns travel otherwise than as a value in their row. */
final class Travel {
    private static final String DOOR =
            "receipt codes are made and telephones are sealed with keys of the server, which do not travel";
    private static final String CHECKS = "on another server the text of a flow is compared anew";
    private static final String PROGRAMS = "programs are given keys anew by another server";
    private static final String HOOKS = "secrets of hooks are made with a key of the server, which does not travel";
    private static final String MAIL = "mail goes to accounts, and accounts do not travel";

    /** Tables of a unit that no bundle holds, with the reason. */
    static final Map<String, String> STAYS = Map.ofEntries(
            Map.entry(
                    "shared.once_keys",
                    "forms sent within the last seven days, which are not sent again on another server"),
            Map.entry("audit.waiting", "places in the log of the server, which another server gives anew"),
            Map.entry("access.grants", "posts belong to accounts, and accounts do not travel"),
            Map.entry("matter.flow_checks", CHECKS),
            Map.entry("matter.askers", DOOR),
            Map.entry("matter.receipts", DOOR),
            Map.entry("matter.open311_keys", PROGRAMS),
            Map.entry("matter.open311_withdrawals", PROGRAMS),
            Map.entry("matter.reminders", MAIL),
            Map.entry("notice.digests", MAIL),
            Map.entry("notice.outbox", MAIL),
            Map.entry("notice.hooks", HOOKS),
            Map.entry("notice.deliveries", HOOKS));

    /** The column that holds a file, by table: it lies beside, named by its SHA-256. */
    static final Map<String, String> FILES = Map.of(
            "document.contents", "content",
            "paper.templates", "content",
            "organization.imports", "file",
            "organization.import_charts", "file");

    /** Tables whose files are sealed with the key of the server: workbooks that wait for somebody's word. */
    static final Set<String> SEALED_FILES = Set.of("organization.imports", "organization.import_charts");

    /** Where numbers are sealed with the key of the server, and found by a hash with its key. */
    static final Map<String, Numbers> NUMBERS = Map.of(
            "organization.identity_numbers", new Numbers("sealed", "number_hash", "\\x"),
            "organization.import_rows", new Numbers("identity_sealed", "identity_hash", ""));

    /** The table that is about nothing but numbers: without them its rows stay behind, too. */
    static final String ONLY_NUMBERS = "organization.identity_numbers";

    private Travel() {}

    /**
     * Columns of one table.
     *
     * @param prefix what stands before the hexadecimal digits of both
     */
    record Numbers(String sealed, String hash, String prefix) {}
}
