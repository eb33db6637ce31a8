@NullMarked
package org.yijitong.organization.imports;

import org.jspecify.annotations.NullMarked;
