package org.yijitong.matter;

/**
 * How many matters of a flow are in a state.
 *
 * @param late those of them whose day has passed
 */
public record MatterCount(String flow, String state, long matters, long late) {}
