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
 * @param change empty but where the key changes: {@code next} and the key that signs from the next checkpoint on, or
 *     {@code after} and the key that signed up to the one before
 */
public record Checkpoint(String origin, long size, String root, long number, Instant at, String change) {
    private static final int LINES = 5;
    private static final String NEXT = "next ";
    private static final String AFTER = "after ";

    static Checkpoint of(String origin, Frontier tree, long number, Instant at) {
        String root = Base64.getEncoder().encodeToString(tree.root());
        return new Checkpoint(origin, tree.size(), root, number, seconds(at), "");
    }

    /** The last one of a key. */
    Checkpoint farewell(LogKey next, Instant when) {
        return new Checkpoint(origin, size, root, number + 1, seconds(when), NEXT + next.line());
    }

    /** The first one of the next key, after {@link #farewell}. */
    Checkpoint greeting(LogKey next, LogKey before) {
        return new Checkpoint(next.name(), size, root, number + 1, at, AFTER + before.line());
    }

    private static Instant seconds(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond());
    }

    /** Whether these are the entries it speaks of. */
    boolean speaksOf(Frontier tree) {
        return size == tree.size() && root.equals(Base64.getEncoder().encodeToString(tree.root()));
    }

    /** The key that signs from the next checkpoint on. */
    Optional<LogKey> next() {
        return change.startsWith(NEXT) ? LogKey.in(change.substring(NEXT.length())) : Optional.empty();
    }

    /** The key that signed up to the checkpoint before. */
    Optional<LogKey> after() {
        return change.startsWith(AFTER) ? LogKey.in(change.substring(AFTER.length())) : Optional.empty();
    }

    /** The text that is signed. */
    String text() {
        return origin + "\n" + size + "\n" + root + "\nnumber " + number + "\ntime " + at + "\n"
                + (change.isEmpty() ? "" : change + "\n");
    }

    /** What a note says, whoever signed it; empty when it is none of ours. */
    static Optional<Checkpoint> in(String note) {
        var lines = note.lines().limit(LINES + 1).toList();
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
                    Instant.parse(lines.get(4).substring("time ".length())),
                    lines.size() > LINES ? lines.get(LINES) : "");
            return note.startsWith(read.text() + "\n") ? Optional.of(read) : Optional.empty();
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
