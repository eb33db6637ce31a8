package org.yijitong.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.DayView;
import org.yijitong.organization.Profile;
import org.yijitong.shared.Link;

/**
 * The page of one organization.
 *
 * @param tree the address of the unit's tree
 * @param base the address of this organization
 * @param unitAbove what the top of a unit is subordinate to; without an address where the reader may not open it
 * @param changes how many changes its history has
 * @param members its people, when it has any of its own
 * @param mayChange whether the forms may be offered
 */
public record OrganizationPage(
        String tree,
        String base,
        DayView day,
        List<Link> way,
        String title,
        String lead,
        Profile profile,
        @Nullable Link unitAbove,
        List<Mind> minds,
        List<Seat> seats,
        List<Told> newest,
        long changes,
        @Nullable MemberList members,
        boolean mayChange) {}
