/**
 * The ledger: what happened (facts), matched against the duties in force, and what follows from it: what counted for
 * what and why, what is done, due or short.
 *
 * <p><b>Words:</b> a fact is one thing that happened, told by its source; an obligation is one duty of one bearer for one
 * period; a contribution says that a fact counts for an obligation; the standing is their sum. <b>Tables:</b> schema
 * {@code ledger}. <b>Views:</b> {@code v_judged}, {@code v_matches}, {@code v_triggered}, {@code v_standings},
 * {@code v_tallies}; the functions {@code matched}, {@code met_by} and {@code met_by_few} are {@code v_matches} for all facts of
 * a unit, for many new ones and for a few, {@code known} the standing of a past moment.
 *
 * <p><b>Easy to get wrong:</b> facts and contributions are only added: taking back appends the opposite. The standing is
 * a cache of the present, kept in the writer's transaction; what was known on a past day is summed from contributions.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "organization", "mechanism"})
package org.yijitong.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
