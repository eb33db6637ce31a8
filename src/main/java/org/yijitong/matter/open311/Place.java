package org.yijitong.matter.open311;

import org.yijitong.shared.UnitId;

/**
 * A unit that takes requests: a jurisdiction in the words of the specification.
 *
 * @param code its {@code jurisdiction_id}
 */
public record Place(UnitId unitId, String code, String name) {}
