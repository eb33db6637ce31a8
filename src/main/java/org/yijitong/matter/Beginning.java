package org.yijitong.matter;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;

/**
 * A matter somebody wants to begin.
 *
 * @param flow how it goes
 * @param title what it is, in a few words
 * @param origin where it comes from; null when the flow does not ask
 * @param answers what was typed, by field
 * @param parties the organizations that were named, by party
 */
public record Beginning(
        String flow,
        String title,
        @Nullable String origin,
        Map<String, String> answers,
        Map<String, OrganizationId> parties) {
    public Beginning {
        answers = Map.copyOf(answers);
        parties = Map.copyOf(parties);
    }
}
