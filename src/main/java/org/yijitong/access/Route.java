package org.yijitong.access;

import java.util.Arrays;
import java.util.List;

/**
 * One way into the product.
 *
 * @param method GET, POST, …; ANY where the handler takes every method
 * @param pattern the path as the handler declares it, such as {@code /units/{unit}/people}
 */
public record Route(String method, String pattern) implements Comparable<Route> {
    public static final String ANY = "ANY";

    private static final String METHOD = "(GET|POST|PUT|PATCH|DELETE|ANY)";

    /**
     * One path, with one method or several: {@code GET, POST /accounts}.
     *
     * @throws IllegalArgumentException unless the text is methods and a path
     */
    static List<Route> parse(String text) {
        if (!text.matches("(" + METHOD + "(, " + METHOD + ")*) (/\\S*|\\S*\\*\\*)")) {
            throw new IllegalArgumentException("not a route (METHOD[, METHOD] /path): " + text);
        }
        int space = text.lastIndexOf(' ');
        String pattern = text.substring(space + 1);
        return Arrays.stream(text.substring(0, space).split(", "))
                .map(method -> new Route(method, pattern))
                .toList();
    }

    @Override
    public int compareTo(Route other) {
        int byPattern = pattern.compareTo(other.pattern);
        return byPattern != 0 ? byPattern : method.compareTo(other.method);
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
