/**
 * Files people bring and files people take away. A civil servant hands in last year's member workbook as it is, be it
 * saved by Excel, WPS, another system's export or Notepad; this module says what is in it, cell by cell, or says in one
 * sentence why it cannot be read. It also writes the workbooks the other modules hand out, and gives a faulty workbook
 * back with the faulty cells coloured.
 *
 * <p>Words: a <em>workbook</em> (工作簿) has <em>sheets</em> (工作表), a sheet has <em>rows</em>, numbered from 1 as
 * people see them, a row has <em>cells</em>, whose columns are numbered from 0. A <em>mark</em> is a message on a cell.
 *
 * <p>It also keeps attachments, each once in a unit however often it is put in, found by the hash of what it is made of.
 *
 * <p>Tables: schema {@code document}. Workbooks are not stored.
 *
 * <p>Easy to get wrong:
 *
 * <ul>
 *   <li>The format comes from the content. A name says nothing: half of the .xls files in offices are HTML.
 *   <li>A number of 16 digits or more in a spreadsheet has lost its last digits ({@link Cell#digitsLost()}); it must
 *       never be taken for an identity number.
 *   <li>A merged cell's value is repeated over the whole merged area, and each copy says so ({@link Cell#merged()}).
 *   <li>Rows with nothing of their own are not delivered, so row numbers have gaps.
 * </ul>
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package org.yijitong.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
