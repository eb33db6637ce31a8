package org.yijitong.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a record on its way into the tables.
 *
 * @param reason why it was corrected; null in the first version
 */
record Said(
        RecordId record, int revision, Instant at, @Nullable String reason, Draft draft, Gathering gathering) {}
