/** The pages of organizations: trees, profiles, histories, and a form for each change. */
@NullMarked
package org.yijitong.organization.web;

import org.jspecify.annotations.NullMarked;
