package org.yijitong.mechanism;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
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

    /** Whether somebody writes such documents. */
    boolean mayWrite(Scope scope);

    /** @throws Refused to those who do not write such documents */
    void requireWriter(Scope scope);

    /** @throws Invalid of the field {@code text} when a document binds whom the writer's unit may not bind */
    void requireReach(Scope scope, Head head);

    /** Publishes it, in the transaction of the caller; all that is wrong with it, nothing is stored unless this is empty. */
    List<DocumentFault> publish(String title, String text);
}
