package org.yijitong.document;

/** Hears how far a reading has come, several times a second at most. */
@FunctionalInterface
public interface Progress {

    /** For readings nobody watches. */
    Progress UNWATCHED = (permille, rows) -> {};

    /**
     * Called between two rows. To cancel the reading, throw {@link java.util.concurrent.CancellationException}; it reaches
     * the caller unchanged.
     *
     * @param permille 0 to 1000, of the work of reading
     * @param rows rows delivered so far
     */
    void at(int permille, long rows);
}
