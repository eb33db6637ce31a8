/** Backups that are sealed, damaged, put together by hand. */
@NullMarked
package org.yijitong.operation.backup;

import org.jspecify.annotations.NullMarked;
