/** The public pages of rules, and the schema by which editors complete documents. */
@NullMarked
package org.yijitong.mechanism.web;

import org.jspecify.annotations.NullMarked;
