package org.yijitong.overview.web;

import java.util.List;
import org.yijitong.mechanism.DutyInWords;
import org.yijitong.overview.RehearsalRun;

/** A rehearsal as it is read: how far it is, and what each duty would have come to. */
public record RehearsalPage(RehearsalRun run, List<Told> duties) {
    public String address() {
        return "/rehearsals/" + run.id();
    }

    public boolean working() {
        return run.state() == RehearsalRun.State.WAITING;
    }

    /** What it is called; empty before it is done. */
    public String name() {
        return duties.isEmpty() ? "" : duties.getFirst().mechanism();
    }

    /**
     * A duty in words.
     *
     * @param duty what it asks
     * @param sum how it would have stood
     * @param cost what it would have cost
     * @param again which duties the same records count for already
     * @param duplicate whether nearly all its records count for one of them
     * @param changes beside the version in force; empty when there is none
     * @param lines for each organization or unit, in their order
     */
    public record Told(
            String mechanism,
            DutyInWords duty,
            String sum,
            String cost,
            List<String> again,
            boolean duplicate,
            List<String> changes,
            List<Line> lines) {}

    /** How an organization or a unit would have stood. */
    public record Line(String name, int owed, int met, String missing) {}
}
