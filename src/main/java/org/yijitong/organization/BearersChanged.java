package org.yijitong.organization;

import java.time.LocalDate;
import org.yijitong.shared.UnitId;

/**
 * In a unit, what exists or who belongs or serves where is another from a day on, or is now held to have been another.
 * Published in the transaction of the change.
 */
public record BearersChanged(UnitId unit, LocalDate from) {}
