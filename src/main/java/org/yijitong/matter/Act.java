package org.yijitong.matter;

import java.util.Map;
import java.util.UUID;
import org.yijitong.organization.OrganizationId;

/**
 * A step somebody wants to take.
 *
 * @param revision the revision that was read
 * @param answers what was typed, by field
 * @param parties the organizations that were named, by party
 * @param key made by the form or the program, 1 to 100 characters: sent again, it has one effect
 */
public record Act(
        int revision, String step, Map<String, String> answers, Map<String, OrganizationId> parties, String key) {
    /** The account of whoever raises a matter at the door, signed in or not: no account that exists. */
    public static final UUID CALLER = new UUID(0, 0);

    public Act {
        answers = Map.copyOf(answers);
        parties = Map.copyOf(parties);
    }
}
