package org.yijitong.matter.web;

/**
 * A matter about the reader.
 *
 * @param flow its name
 * @param begun the day on which it was begun
 */
public record ConcernedLine(String address, String title, String flow, String begun, boolean open) {}
