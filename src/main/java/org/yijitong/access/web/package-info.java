/** The door: filters, the gate before every handler, the pages of sign-in and accounts. */
@NullMarked
package org.yijitong.access.web;

import org.jspecify.annotations.NullMarked;
