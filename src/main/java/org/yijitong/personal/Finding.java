package org.yijitong.personal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one person are found in a table.
 *
 * @param persons columns with the entry in the roster
 * @param accounts columns with the account
 * @param names columns with the hash of the name signed in with
 * @param through another table that leads to the person, or null
 * @param everywhere whether the table is of accounts and belongs to no unit
 */
public record Finding(
        List<String> persons,
        List<String> accounts,
        List<String> names,
        @Nullable Through through,
        boolean everywhere) {
    /**
     * Another table.
     *
     * @param by the column that both have
     * @param persons its columns with the entry in the roster
     */
    public record Through(String table, String by, List<String> persons) {}
}
