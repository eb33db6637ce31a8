/**
 * What every room of the house uses and what knows nothing of Party building: the database, the clock, identifiers,
 * refusals, the frame of a page. No domain words.
 *
 * <p><b>Easy to get wrong:</b> unit data is reached only through {@link org.yijitong.shared.Db#in}, inside a
 * transaction, for reading too; the end of an open period is {@link org.yijitong.shared.Days#FOREVER}.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.yijitong.shared;

import org.jspecify.annotations.NullMarked;
