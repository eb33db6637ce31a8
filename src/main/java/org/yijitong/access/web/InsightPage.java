package org.yijitong.access.web;

import java.util.Map;
import org.yijitong.access.Insight;
import org.yijitong.shared.Invalid;

/**
 * Asks why someone looks into a unit below.
 *
 * @param unit the name of that unit
 * @param to the address to go on to
 * @param because what was typed
 */
public record InsightPage(Insight into, String unit, String to, String because, Map<String, Invalid.Fault> faults) {}
