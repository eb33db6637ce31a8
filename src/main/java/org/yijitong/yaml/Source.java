package org.yijitong.yaml;

/**
 * A text to be read.
 *
 * @param file its name, as people know it
 * @param pack {@code statutory}, {@code guangdong}, or {@link #OWN}
 * @param text in YAML
 */
public record Source(String file, String pack, String text) {
    /** The pack of documents that users write. */
    public static final String OWN = "own";

    /** Whether a user wrote it: its faults do not stop the start. */
    public boolean own() {
        return pack.equals(OWN);
    }
}
