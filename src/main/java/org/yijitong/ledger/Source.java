package org.yijitong.ledger;

import java.util.UUID;

/**
 * What tells facts: one record of an activity, one closed matter.
 *
 * @param kind the word of the module it belongs to, such as {@code record}; up to 40 characters
 * @param id its identifier there
 */
public record Source(String kind, UUID id) {}
