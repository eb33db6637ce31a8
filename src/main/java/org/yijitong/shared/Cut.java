package org.yijitong.shared;

/** Texts made shorter. A character beyond the first plane (𠮷) takes two places in Java and is never halved. */
public final class Cut {
    private Cut() {}

    /** The beginning of a text, up to that many places; the whole text when it is no longer. */
    public static String at(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        boolean halves = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, halves ? longest - 1 : longest);
    }

    /** The end of a text, where what it says last tells more, as in a path. */
    public static String end(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        int from = text.length() - longest;
        return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
    }
}
