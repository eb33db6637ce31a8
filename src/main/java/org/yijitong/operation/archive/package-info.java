/** What bundles and backups are both made of: files written one after another into a zip, and keys made of a passphrase. */
@NullMarked
package org.yijitong.operation.archive;

import org.jspecify.annotations.NullMarked;
