package org.yijitong.operation.backup;

import java.time.Instant;

/**
 * What a backup says first.
 *
 * @param version of what lies in it: {@link #VERSION}
 * @param schema the last migration of the server it comes from
 */
record Head(int version, String schema, Instant madeAt) {
    static final String NAME = "head.json";
    static final int VERSION = 1;
}
