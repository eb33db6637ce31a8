package org.yijitong.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;

/**
 * What the log was at a moment, in the form witnesses of other logs read too (C2SP tlog-checkpoint), with two lines more:
 * its number and its time.
 *
 * @param origin the name of the log, which is also that of its key
 * @param size the number of leaves
 * @param root the root of the tree of these leaves, in base64
 * @param number of the checkpoint, from 1 without a gap
 * @param at when it was signed, to the second
 */
public record Checkpoint(String origin, long size, String root, long number, Instant at) {
    private static final int LINES = 5;

    static Checkpoint of(String origin, Frontier tree, long number, Instant at) {
        String root = Base64.getEncoder().encodeToString(tree.root());
        return new Checkpoint(origin, tree.size(), root, number, Instant.ofEpochSecond(at.getEpochSecond()));
    }

    /** The text that is signed. */
    String text() {
        return origin + "\n" + size + "\n" + root + "\nnumber " + number + "\ntime " + at + "\n";
    }

    /** What a note says, whoever signed it; empty when it is none of ours. */
    static Optional<Checkpoint> in(String note) {
        var lines = note.lines().limit(LINES).toList();
        if (lines.size() < LINES
                || !lines.get(3).startsWith("number ")
                || !lines.get(4).startsWith("time ")) {
            return Optional.empty();
        }
        try {
            var read = new Checkpoint(
                    lines.get(0),
                    Long.parseLong(lines.get(1)),
                    lines.get(2),
                    Long.parseLong(lines.get(3).substring("number ".length())),
                    Instant.parse(lines.get(4).substring("time ".length())));
            return note.startsWith(read.text() + "\n") ? Optional.of(read) : Optional.empty();
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
