package org.yijitong.shared;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What kind of page an address leads to: its first words. What tells one page of a kind from another is left out. */
public final class PageKind {
    private static final int WORDS = 3;
    private static final String WORD = "[a-z][a-z-]{0,29}|";

    private PageKind() {}

    /** The kind of the page at a path without a query; empty when it is none of ours. */
    public static String of(String path) {
        if (!path.matches("/[^?#\\s]{0,300}")) {
            return "";
        }
        return Arrays.stream(path.substring(1).split("/", -1))
                .limit(WORDS)
                .map(word -> word.matches(WORD) ? word : "…")
                .collect(Collectors.joining("/", "/", ""));
    }
}
