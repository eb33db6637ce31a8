package org.yijitong.matter.web;

import java.util.List;

/**
 * What stands beside a flow for whoever reads it.
 *
 * @param toCheck whether its text says that it still has to be compared with the official one
 * @param done whether the reader's unit has compared it
 * @param confirmable whether the reader may say so
 * @param writable whether the reader may write its next version
 * @param units the names of the only units in which it holds; empty for all
 */
public record FlowMark(boolean toCheck, boolean done, boolean confirmable, boolean writable, List<String> units) {
    public FlowMark {
        units = List.copyOf(units);
    }
}
