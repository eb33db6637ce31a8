/**
 * Backups (备份): everything the server has in one encrypted file, and the way back onto an empty machine, without any
 * program of PostgreSQL's. {@code docs/decisions/backup.md} says what is in it and why.
 *
 * <p>What there is to copy is found in the catalogue, so that a table that comes later is never forgotten; a table the
 * owner may not read stops the backup.
 *
 * <p>Easy to get wrong: checkpoints are copied before the moment of the tables, keys after it. The other way round the log
 * would seem to have been put back, or rows would come along whose key does not.
 */
@NullMarked
package org.yijitong.operation.backup;

import org.jspecify.annotations.NullMarked;
