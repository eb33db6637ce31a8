/** Tests of the ledger. */
@NullMarked
package org.yijitong.ledger;

import org.jspecify.annotations.NullMarked;
