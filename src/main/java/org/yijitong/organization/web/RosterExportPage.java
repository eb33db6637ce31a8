package org.yijitong.organization.web;

import java.util.Map;
import org.yijitong.shared.Invalid;

/**
 * Asks why identity numbers are to be taken along.
 *
 * @param found how many people the filter finds, counted up to {@link RosterPage#MOST}
 */
public record RosterExportPage(
        PeopleAddress at,
        RosterQuery query,
        int found,
        boolean numbers,
        String because,
        Map<String, Invalid.Fault> faults) {}
