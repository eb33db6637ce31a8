package org.yijitong.matter.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yijitong.matter.MatterFilter;
import org.yijitong.matter.MatterLine;
import org.yijitong.organization.OrganizationId;

/**
 * Matters by the day they are due.
 *
 * @param host under which one is begun from here
 * @param heaps how many are where; empty on one's own list
 * @param flows the flows in force, by identifier
 * @param owners organizations to choose from, by id
 * @param query what was asked for, as it stands in the address
 * @param next the address of the next page; empty when this is the last
 */
public record MattersPage(
        MatterAddress at,
        OrganizationId host,
        List<Entry> entries,
        List<Heap> heaps,
        Map<String, String> flows,
        Map<String, String> owners,
        MatterFilter filter,
        Rights rights,
        String query,
        String next) {
    /**
     * What the reader may do.
     *
     * @param reads whether more than what waits for a post of one's own
     * @param acts whether matters may be begun
     * @param migrates whether running ones may be moved to another version of their flow
     * @param programs whether keys may be given to programs
     */
    public record Rights(boolean reads, boolean acts, boolean migrates, boolean programs) {}

    /** Whether only those are shown that wait for the reader. */
    public boolean mine() {
        return filter.mine();
    }

    public MattersPage {
        flows = new TreeMap<>(flows);
    }

    /** One of them, with the names of its flow and its state. */
    public record Entry(MatterLine line, String flow, String state) {}

    /**
     * How many are under one flow, or in one of its states.
     *
     * @param state empty for all of the flow
     */
    public record Heap(String flow, String state, String name, long matters, long late) {
        /** Both together. */
        Heap and(Heap other) {
            return new Heap(flow, state, name, matters + other.matters, late + other.late);
        }
    }
}
