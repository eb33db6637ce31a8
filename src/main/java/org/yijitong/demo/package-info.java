/**
 * The demonstration world (演示数据): a fictional province, 岭海省, so that whoever starts the product for the first time
 * finds units, branches and people in it, with two years behind them: branches founded, renamed, merged and split,
 * people admitted, transferred and retired, committees elected, mistakes recorded and corrected, and what branches held
 * and wrote down, and the matters that went from hand to hand.
 *
 * <p><b>Words:</b> a <i>plan</i> is what the files under {@code resources/demo} say; a <i>deed</i> is one act of an
 * office at one past moment; a <i>sitting</i> is something that was held, before it is put into words. Every deed goes
 * through the same verbs as a person's click. <b>Tables:</b> none.
 *
 * <p><b>Easy to get wrong:</b> the files are written as if today were their reference day; everything is moved by whole
 * days to the real today, so the world is always alive, and the same seed and day give the same world. It is made in one
 * transaction, so that a start that was killed begins again from nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "organization", "access", "ledger", "activity", "matter"})
package org.yijitong.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
