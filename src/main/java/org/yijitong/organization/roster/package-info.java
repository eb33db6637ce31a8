/**
 * How the workbooks that offices keep of their members and organizations are understood: which row is the header, which column is what,
 * what a written date, identity number, name, kind or branch means. Pure rules without a database; the words they know
 * are data, in the resources under {@code roster/}. Internal to the module.
 *
 * <p>Easy to get wrong: nothing is guessed silently. What can be read in two ways is returned as such, and a person
 * decides.
 */
@NullMarked
package org.yijitong.organization.roster;

import org.jspecify.annotations.NullMarked;
