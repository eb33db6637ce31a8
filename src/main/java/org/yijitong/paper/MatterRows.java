package org.yijitong.paper;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.yijitong.matter.MatterPiles;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/** The matters of a year as rows of a paper: those an organization, or one below it, has a part in. */
@Component
class MatterRows {
    private static final int AT_ONCE = 500;

    private final MatterPiles piles;

    MatterRows(MatterPiles piles) {
        this.piles = piles;
    }

    /** In the order in which they were begun, by the words of fields, until the taker has enough. */
    void each(Scope scope, OrganizationId organization, int year, Words words, Predicate<Map<String, String>> taker) {
        Scope within = new Scope(scope.account(), scope.unit(), organization.value());
        UUID after = MatterPiles.FIRST;
        boolean more = true;
        while (more) {
            List<MatterPiles.Whole> pile = piles.of(within, year, after, AT_ONCE);
            boolean wanted = pile.stream()
                    .map(whole -> new MatterFields(whole, words).all())
                    .allMatch(taker);
            more = wanted && pile.size() == AT_ONCE;
            after = more ? pile.getLast().matter().matterId().value() : after;
        }
    }
}
