/**
 * How things stand, for those who have to see to it: the home of a branch, the overview of a committee and of a working
 * committee, and why anything stands as it does. It owns nothing and counts nothing anew: every figure is read from the
 * ledger and opens what lies behind it.
 *
 * <p><b>Words:</b> a tally is how many obligations are owed, met, excused and late; a place is the organization directly
 * below the one looked at under which an obligation is shown. <b>Tables:</b> none.
 *
 * <p><b>Easy to get wrong:</b> nothing is ranked: organizations stand in their own order. Duties of people and duties
 * with the visibility {@code PRIVATE} are in no sum; who looks from above does not find the latter at all.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "document",
            "organization",
            "notice",
            "mechanism",
            "ledger",
            "activity",
            "matter"
        })
package org.yijitong.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
