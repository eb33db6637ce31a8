package org.yijitong.access;

import java.util.Locale;

/**
 * One way into the product.
 *
 * @param method GET, POST, …; ANY where the handler takes every method
 * @param pattern the path as the handler declares it, such as {@code /units/{unit}/people}
 */
public record Route(String method, String pattern) implements Comparable<Route> {
    public static final String ANY = "ANY";

    /** @throws IllegalArgumentException unless the text is a method and a path */
    static Route parse(String text) {
        if (!text.matches("(GET|POST|PUT|PATCH|DELETE|ANY) (/\\S*|\\S*\\*\\*)")) {
            throw new IllegalArgumentException("not a route (METHOD /path): " + text);
        }
        int space = text.indexOf(' ');
        return new Route(text.substring(0, space).toUpperCase(Locale.ROOT), text.substring(space + 1));
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
