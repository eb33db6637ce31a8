package org.yijitong.matter.web;

/**
 * Whether a flow still has to be compared with the official text.
 *
 * @param toCheck whether its text says so
 * @param done whether the reader's unit has compared it
 * @param confirmable whether the reader may say so
 */
public record FlowMark(boolean toCheck, boolean done, boolean confirmable) {}
