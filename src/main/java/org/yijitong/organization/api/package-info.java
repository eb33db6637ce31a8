/** What the pages can do, for programs: JSON under {@code /api/v1}. Thin; the verbs of the module do the work. */
@NullMarked
package org.yijitong.organization.api;

import org.jspecify.annotations.NullMarked;
