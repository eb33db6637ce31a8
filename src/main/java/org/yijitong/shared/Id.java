package org.yijitong.shared;

import java.util.UUID;

/** A typed identifier: a record around one UUID, so that a person's id cannot be passed for a branch's. */
public interface Id {
    UUID value();
}
