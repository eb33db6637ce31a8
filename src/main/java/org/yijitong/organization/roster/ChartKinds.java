package org.yijitong.organization.roster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yijitong.organization.OrganizationKind;

/** What people write as 组织类别; the words are in {@code roster/organization-kinds.properties}. */
public final class ChartKinds {

    private static final Map<String, OrganizationKind> KNOWN = known();

    private ChartKinds() {}

    private static Map<String, OrganizationKind> known() {
        Map<String, OrganizationKind> known = new HashMap<>();
        Words.load("organization-kinds.properties")
                .forEach((kind, line) ->
                        Written.words(line).forEach(word -> known.put(word, OrganizationKind.valueOf(kind))));
        return known;
    }

    /** The kind that is meant; nothing when the word is not known as a whole. */
    public static Optional<OrganizationKind> parse(String written) {
        return Optional.ofNullable(KNOWN.get(Written.plain(written)));
    }
}
