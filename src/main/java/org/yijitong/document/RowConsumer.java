package org.yijitong.document;

/** Takes a workbook as it is read: each sheet's head, then its rows from top to bottom. */
public interface RowConsumer {

    /** A sheet begins; every following row belongs to it. */
    void sheet(SheetHead head);

    /** The next row that has something of its own in it. */
    void row(Row row);
}
