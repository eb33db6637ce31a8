/** The pages of organizations and people, as a browser without scripts sees them. */
@NullMarked
package org.yijitong.organization.web;

import org.jspecify.annotations.NullMarked;
