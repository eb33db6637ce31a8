/**
 * Who did what and when: one entry in the transaction of every write, so that a change without its entry cannot exist;
 * and the proof that no entry was altered since. Every minute what was committed is numbered, put into a tree of hashes
 * (RFC 9162) and signed. The signed checkpoints lie in files outside the database.
 *
 * <p><b>Words:</b> a <i>leaf</i> is the hash of an entry; a <i>checkpoint</i> says, signed, how many leaves there were and
 * the root of their tree; an entry is <i>waiting</i> until it is numbered.
 *
 * <p><b>Tables:</b> {@code audit.entries} (per unit), {@code audit.identity_entries} (accounts), their leaves before they
 * have a number in {@code waiting} and {@code identity_waiting}, then in {@code leaves}; {@code nodes} of the tree;
 * {@code checkpoints}. All can only be added to, but for what waits.
 *
 * <p><b>Easy to get wrong:</b> no personal values in the detail: ids and names of fields, never identity numbers. The line
 * that is hashed is described in the migration of the log and read by people outside: it never changes. Nothing is
 * numbered in the transaction of a write: that would make every write wait for every other.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.yijitong.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
