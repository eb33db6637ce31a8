/** Tests of units, trees and people; random changes are compared with a naive replay. */
@NullMarked
package org.yijitong.organization;

import org.jspecify.annotations.NullMarked;
