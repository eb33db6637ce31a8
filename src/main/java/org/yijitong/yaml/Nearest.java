package org.yijitong.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word somebody most likely meant. */
final class Nearest {
    private Nearest() {}

    /** Only where at most a third of the letters differ, or two. */
    static Optional<Term> of(String written, Collection<Term> known) {
        int most = Math.max(2, written.length() / 3);
        return known.stream()
                .filter(term -> distance(written, term.word()) <= most)
                .min(Comparator.comparingInt(term -> distance(written, term.word())));
    }

    /** Edit distance, row by row; {@code _} and {@code -} are the same, since people mix them up. */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (plain(from.charAt(i - 1)) == plain(to.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }

    private static char plain(char letter) {
        return letter == '_' ? '-' : Character.toLowerCase(letter);
    }
}
