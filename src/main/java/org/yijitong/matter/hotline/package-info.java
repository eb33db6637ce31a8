/**
 * What anybody may know of a unit's hotline: how many calls came, and what became of them, counted so that nobody is
 * recognised by it.
 */
@NullMarked
package org.yijitong.matter.hotline;

import org.jspecify.annotations.NullMarked;
