/** Pages that belong to no module: choices of language and look, the two statements, problems. */
@NullMarked
package org.yijitong.shared.web;

import org.jspecify.annotations.NullMarked;
