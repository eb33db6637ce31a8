package org.yijitong.access;

import java.util.UUID;

/**
 * An organization at which a post can be held.
 *
 * @param depth how far below the top of the unit
 */
public record Place(UUID organization, String name, int depth) {}
