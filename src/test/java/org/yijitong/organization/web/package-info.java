/** The pages of organizations, as a browser without scripts sees them. */
@org.jspecify.annotations.NullMarked
package org.yijitong.organization.web;
