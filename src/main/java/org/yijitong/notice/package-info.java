/**
 * What leaves the house. Mail to those who asked for it: nobody has to; who gives an address gets at most one digest a day,
 * on working days within working hours, saying how many things are due and never which or whose. And what becomes of matters,
 * told to other systems that asked: ids and states, which they may look up with rights of their own.
 *
 * <p><b>Words:</b> a mailbox is the address of an account; a digest is what is said to one account on one day; the outbox
 * holds digests until they have left; a hook is an address of another system, a delivery one message to it.
 * <b>Tables:</b> schema {@code notice}; others read the view {@code v_mailboxes} and call {@code tell}.
 *
 * <p><b>Easy to get wrong:</b> a digest is noted as being sent before it is, and never sent again when nobody knows whether
 * it has left: one that is lost is made up for by the next, one that comes twice is a nuisance. What waits
 * is sent on its day or never; without a mail server nothing is written. With hooks it is the other way round: a message is
 * sent until it was taken, and may come twice under the same name.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "organization"})
package org.yijitong.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
