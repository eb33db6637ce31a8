package org.yijitong.activity;

import java.util.Collection;
import java.util.List;
import org.yijitong.shared.UnitId;

/**
 * Says on which records something rests of which records must know nothing: what follows one to its end, or is shown by one
 * to be done. Supplied by the module that knows.
 */
@FunctionalInterface
public interface RestedOn {
    /** Those of some records of a unit on which something rests. */
    List<RecordId> among(UnitId unit, Collection<RecordId> records);
}
