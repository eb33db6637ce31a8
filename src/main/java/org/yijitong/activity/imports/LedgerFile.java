package org.yijitong.activity.imports;

import org.yijitong.shared.Cut;
import org.yijitong.shared.Sha256;

/**
 * The file a ledger came in as; it is not kept itself.
 *
 * @param name up to 200 characters
 * @param hash its SHA-256, in hexadecimal
 */
record LedgerFile(String name, String hash) {
    private static final int LONGEST = 200;

    static LedgerFile of(String name, byte[] content) {
        return new LedgerFile(Cut.end(LONGEST, name), Sha256.hex(content));
    }
}
