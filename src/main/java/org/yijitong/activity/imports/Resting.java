package org.yijitong.activity.imports;

import java.time.LocalDate;
import java.util.List;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.RecordId;

/**
 * A record of an import on which something rests by now, so that the import is not taken back as a whole.
 *
 * @param on what rests on it, the gravest where it is several
 * @param all how many records there are on which something rests
 */
public record Resting(RecordId recordId, LocalDate heldOn, String title, List<ActivityKind> kinds, On on, int all) {
    /** What rests on a record. */
    public enum On {
        /** A matter follows what it decided, or it shows that a step of one was done. */
        FOLLOWED,
        /** Another unit confirmed that it took part. */
        CONFIRMED,
        /** Other organizations are named as sides. */
        JOINED,
        /** It was corrected. */
        CHANGED,
        /** A file lies beside it. */
        ATTACHED
    }
}
