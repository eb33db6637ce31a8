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
 * @param mine whether only those are shown that wait for the reader
 * @param heaps how many are where; empty on one's own list
 * @param flows the flows in force, by identifier
 * @param migrates whether the reader may move matters to another version of their flow
 * @param more whether there are further ones than shown
 */
public record MattersPage(
        MatterAddress at,
        OrganizationId host,
        boolean mine,
        List<Entry> entries,
        List<Heap> heaps,
        Map<String, String> flows,
        MatterFilter filter,
        boolean migrates,
        boolean more) {
    public MattersPage {
        flows = new TreeMap<>(flows);
    }

    /** One of them, with the names of its flow and its state. */
    public record Entry(MatterLine line, String flow, String state) {}

    /** How many are in one state. */
    public record Heap(String flow, String state, String name, long matters, long late) {}
}
