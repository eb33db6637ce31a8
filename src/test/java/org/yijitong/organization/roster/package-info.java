/** Tests of understanding rosters as offices keep them. */
@NullMarked
package org.yijitong.organization.roster;

import org.jspecify.annotations.NullMarked;
