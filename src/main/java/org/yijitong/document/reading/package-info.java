/** How each kind of workbook is read: one reader a format, all of them streaming and bounded. Internal to the module. */
@NullMarked
package org.yijitong.document.reading;

import org.jspecify.annotations.NullMarked;
