package org.yijitong.ledger;

import java.util.List;

/**
 * What a draft would count for, and for what it nearly would.
 *
 * @param counts for which duties, in the order of the documents
 * @param near duties still open this period which it misses by one or two conditions
 */
public record Outlook(List<Counted> counts, List<NearMiss> near) {
    /**
     * A duty that is nearly met.
     *
     * @param wouldCount what it would count for
     * @param missing the one or two conditions that fail
     */
    public record NearMiss(Counted wouldCount, List<Counted.Reason> missing) {}
}
