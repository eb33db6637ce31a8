package org.yijitong.shared;

import java.util.UUID;

/** A unit (单位): the top Party organization that hosts, and everything below it. First column of all unit data. */
public record UnitId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
