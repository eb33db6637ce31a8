/**
 * The database server: the one the product starts by itself, or the one it is told to use. Plain Java, since it runs
 * before Spring does.
 *
 * <p>Easy to get wrong: the postmaster must be started from a thread that lives as long as the server, because the
 * kernel's parent-death signal is tied to the thread that forked, not to the process; and a process number in {@code
 * postmaster.pid} may belong to somebody else by now, so nothing is ever signalled before its command line is seen.
 */
@NullMarked
package org.yijitong.operation.postgres;

import org.jspecify.annotations.NullMarked;
