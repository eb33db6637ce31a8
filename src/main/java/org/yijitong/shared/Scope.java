package org.yijitong.shared;

import java.util.UUID;

/**
 * Who acts, in which unit, over which part of its tree. The one context argument of every verb: access makes it from
 * the session and the address of the request, and finders reach only what lies below {@code top}.
 *
 * @param account the acting account
 * @param unit the unit whose data is read or written
 * @param top the organization at whose subtree the reach ends
 */
public record Scope(UUID account, UnitId unit, UUID top) {}
