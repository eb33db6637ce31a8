/**
 * What every room of the house uses and what knows nothing of Party building: the database, the clock, identifiers,
 * refusals, the frame of a page. No domain words.
 *
 * <p><b>Easy to get wrong:</b> unit data is reached only through {@link org.yijitong.shared.Db#in}, inside a
 * transaction, for reading too; the end of an open period is {@link org.yijitong.shared.Days#FOREVER}.
 *
 * <p><b>Tables:</b> schema {@code shared}: once_keys, data of a unit, kept for seven days.
 *
 * <p><b>A page:</b> the controller takes a {@link org.yijitong.shared.Page} and the bean {@code Templates}, and returns
 * {@code new Html(html.organizationTree(page, tree))} for {@code src/main/jte/organization/tree.jte}, which wraps its
 * content in {@code @template.ui.frame}. Parts stand in {@code src/main/jte/ui}; forms only by {@code ui/form.jte}; no
 * inline style or script, which the security policy refuses. A fault of a field: catch {@link
 * org.yijitong.shared.Invalid} and show the form again with its faults and status 422. A sentence for the next page: the
 * flash attribute {@link org.yijitong.shared.Pages#NOTICE}.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.yijitong.shared;

import org.jspecify.annotations.NullMarked;
