package org.yijitong.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Duty.Name;

/**
 * Which document a flow is.
 *
 * @param since the first day on which matters begin under this version
 * @param until the last
 * @param toCheck whether its text still has to be compared with the official one (待与正式文本核对)
 * @param units the codes of the units in which matters begin under it, and in those below; empty for all
 */
public record FlowHead(
        String id,
        int version,
        String pack,
        Name name,
        LocalDate since,
        LocalDate until,
        LocalDate publishedOn,
        boolean toCheck,
        List<Duty.Basis> sources,
        Set<String> units) {
    public FlowHead {
        sources = List.copyOf(sources);
        units = Set.copyOf(units);
    }
}
