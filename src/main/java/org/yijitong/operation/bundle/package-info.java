/**
 * Bundles (数据包): everything a unit has, in one zip file that another server takes in. {@code docs/bundles.md} describes
 * it for whoever writes a reader.
 *
 * <p>What a unit has is found in the catalogue: each table whose rows carry a unit, so that a table that comes later goes
 * along by itself. What stays behind is named with the reason in {@link org.yijitong.operation.bundle.Travel}.
 *
 * <p>Easy to get wrong: duties and versions of flows have other ids on every server; they are called by
 * their names. Identity numbers are
 * sealed with a key that never leaves its server; on their way they are sealed under a passphrase or left out.
 */
@NullMarked
package org.yijitong.operation.bundle;

import org.jspecify.annotations.NullMarked;
