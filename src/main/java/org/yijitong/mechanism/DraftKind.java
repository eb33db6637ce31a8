package org.yijitong.mechanism;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yijitong.yaml.DocumentFault;

/** A kind of document that one person writes in the browser and another agrees to; each module declares its own. */
public interface DraftKind {
    /** Such as {@code mechanism}: what drafts of it are kept and logged under, and part of their address. */
    String word();

    /**
     * What came of a text.
     *
     * @param faults all that is wrong with it
     * @param head which document it is; empty when something is wrong or the same was published before
     */
    record Read(List<DocumentFault> faults, Optional<Head> head) {
        public Read {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Which document it is.
     *
     * @param name in Chinese
     * @param until its last day
     * @param units the codes of the units it binds; empty for all
     */
    record Head(String id, int version, String name, LocalDate until, Set<String> units) {
        public Head {
            units = Set.copyOf(units);
        }
    }

    Read read(String text);

    /** The text of its latest version. */
    Optional<String> latest(String id);

    /** The number of its latest version; 0 for none. */
    int newest(String id);

    /** The key of what those are told who work for a part of a unit and write none. */
    String whole();

    /** The codes of the units that its published versions bind, of each version. */
    Stream<Set<String>> bound(String id);

    /** Publishes it, in the transaction of the caller; all that is wrong with it, nothing is stored unless this is empty. */
    List<DocumentFault> publish(String title, String text);
}
