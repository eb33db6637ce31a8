package org.yijitong.matter;

/**
 * What became of the matters of a flow that were begun in a year. What was reopened stays counted as reopened, even when it
 * was done again; what was not ours or was dropped is neither done nor left out, but counted for itself.
 *
 * @param begun how many there are: open, done and dropped together
 * @param late of the open ones, those whose day has passed
 * @param timely of those done, the ones of which no step came after its day
 * @param reopened how many were opened again after they had been closed, whatever became of them
 * @param dropped merged, withdrawn, not ours (不办)
 */
public record MatterSums(
        String flow, long begun, long open, long late, long done, long timely, long reopened, long dropped) {
    MatterSums and(MatterSums other) {
        return new MatterSums(
                flow,
                begun + other.begun,
                open + other.open,
                late + other.late,
                done + other.done,
                timely + other.timely,
                reopened + other.reopened,
                dropped + other.dropped);
    }
}
