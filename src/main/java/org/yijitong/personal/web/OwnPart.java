package org.yijitong.personal.web;

/**
 * Which part of what is shown.
 *
 * @param unit of one's own units, from 0
 * @param part of the rows, from 0
 */
public record OwnPart(int unit, int part) {
    /** The address of another part. */
    public String at(String path, int other) {
        return path + "?unit=" + unit + "&part=" + other;
    }
}
