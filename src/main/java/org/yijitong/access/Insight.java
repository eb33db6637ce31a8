package org.yijitong.access;

import java.util.UUID;
import org.yijitong.shared.UnitId;

/**
 * A look into a unit below: one thing that names people.
 *
 * @param action the action of the policy file by which it is read
 * @param unit the unit looked into
 * @param kind what the subject is, as the route calls it: {@code person}, {@code organization}; {@code unit} for a list
 * @param subject the thing itself; the unit's id for a list of the whole unit
 */
public record Insight(String action, UnitId unit, String kind, UUID subject) {}
