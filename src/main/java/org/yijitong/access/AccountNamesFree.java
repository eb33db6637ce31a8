package org.yijitong.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.yijitong.organization.RosterRow;

/** Names for new accounts: the pinyin of the person's name, with a number behind it where others have it already. */
final class AccountNamesFree {
    /** Leaves room for a number within the 40 characters of a name. */
    private static final int LONGEST = 30;

    private final Set<String> taken;

    /** @param stems finds, of some names without numbers, all that exist, with whatever number */
    AccountNamesFree(List<RosterRow> rows, Function<Collection<String>, List<String>> stems) {
        taken = new HashSet<>(
                stems.apply(rows.stream().map(AccountNamesFree::stem).distinct().toList()));
    }

    String next(RosterRow row) {
        String stem = stem(row);
        String name = stem;
        for (int number = 2; !taken.add(name); number++) {
            name = stem + number;
        }
        return name;
    }

    private static String stem(RosterRow row) {
        String letters = SignIn.key(row.namePinyin()).replaceAll("[^\\p{L}]", "");
        String stem = letters.length() > LONGEST ? letters.substring(0, LONGEST) : letters;
        return stem.length() < 2 ? "user" + stem : stem;
    }
}
