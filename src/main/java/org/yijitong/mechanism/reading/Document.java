package org.yijitong.mechanism.reading;

import java.util.List;
import org.yijitong.mechanism.Duty;

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

    /**
     * A text to be read.
     *
     * @param file its name, as people know it
     * @param pack {@code statutory}, {@code guangdong}, or {@link #OWN}
     * @param text in YAML
     */
    public record Source(String file, String pack, String text) {
        /** The pack of documents that users write. */
        public static final String OWN = "own";

        /** Whether a user wrote it: its faults do not stop the start. */
        public boolean own() {
            return pack.equals(OWN);
        }
    }
}
