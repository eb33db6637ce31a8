@NullMarked
package org.yijitong.organization.roster;

import org.jspecify.annotations.NullMarked;
