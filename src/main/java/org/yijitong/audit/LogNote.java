package org.yijitong.audit;

/**
 * A note as it was filed.
 *
 * @param number that it bears, 0 when it is not one of ours
 * @param text the whole of it, signature included
 */
record LogNote(long number, String text) {
    static LogNote of(String text) {
        return new LogNote(Checkpoint.in(text).map(Checkpoint::number).orElse(0L), text);
    }
}
