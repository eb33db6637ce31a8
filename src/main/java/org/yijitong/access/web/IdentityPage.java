package org.yijitong.access.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.access.IdentityTies;
import org.yijitong.shared.Invalid;

/**
 * One's own account and its identity outside.
 *
 * @param tie what it is tied to, or null
 * @param present whether that is an identity of the provider of today
 */
public record IdentityPage(
        OutsideOffer outside, IdentityTies.@Nullable Tie tie, boolean present, Map<String, Invalid.Fault> faults) {}
