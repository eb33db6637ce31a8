package org.yijitong.organization.imports;

/** How far an import has come. */
public enum ImportState {
    /** Being read and checked. */
    READING,
    /** Waiting for a person's word. */
    CHECKED,
    /** Being put in; all of it or nothing. */
    APPLYING,
    APPLIED,
    /** Being taken back; all of it or nothing. */
    UNDOING,
    /** Put in and taken back as a whole. */
    UNDONE,
    /** Stopped before anything was put in. */
    CANCELLED,
    /** The file could not be read; the message says why. */
    REFUSED
}
