package org.yijitong.mechanism.reading;

import java.util.List;
import org.yijitong.mechanism.Duty;
import org.yijitong.yaml.Source;

/**
 * A document without faults.
 *
 * @param source where it was read from
 * @param meaning the same for two texts that differ only in comments, order of spaces and quotes
 * @param versionLine where its version stands
 * @param mechanism its head
 * @param duties in order, not yet under the identifiers of the database
 */
public record Document(Source source, String meaning, int versionLine, Duty.Mechanism mechanism, List<Duty> duties) {
    public Document {
        duties = List.copyOf(duties);
    }
}
