/**
 * Operation (运维): starting the product, its database, its options.
 *
 * <p>One command starts everything. The product brings its own database along and keeps it in the data folder, so
 * that an office with one machine needs no database administrator; a department that has a database server names it
 * by environment variable instead, and nothing else changes.
 *
 * <p>Words: the <em>data folder</em> holds all that must survive a restart; the <em>secrets folder</em> holds
 * passwords and keys and is the data folder's {@code secrets} unless the operator puts it elsewhere (in production
 * they must); the <em>owner</em> role changes tables when the product is upgraded; the <em>application</em> role serves
 * the pages and owns nothing.
 *
 * <p>Tables: none. Schema {@code operation} holds functions that read whatever tables there are, for bundles
 * ({@code operation.bundle}).
 *
 * <p>Easy to get wrong: whatever must be closed before the database goes away is a Spring bean. The database is
 * stopped last, by {@link org.yijitong.operation.Launcher}, and by nothing else.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "audit", "organization", "access", "notice", "mechanism", "ledger", "matter"})
package org.yijitong.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
