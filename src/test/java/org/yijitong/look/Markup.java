package org.yijitong.look;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The markup of a JTE template, without what JTE puts in its place: expressions, directives, calls of parts. */
final class Markup {
    private static final Pattern DECLARATION = Pattern.compile("(?m)^@(?:import|param)\\b.*$");
    private static final Pattern DIRECTIVE =
            Pattern.compile("@(?:if|elseif|for|template\\.[\\w.]+)\\s*\\(|[$!]\\{|\\$unsafe\\{");

    private Markup() {}

    /** The template's markup, and that of each block which it hands to a part. */
    static List<String> parts(String template) {
        List<String> parts = new ArrayList<>();
        collect(DECLARATION.matcher(template).replaceAll(""), parts);
        return parts;
    }

    private static void collect(String text, List<String> parts) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        Matcher directive = DIRECTIVE.matcher(text);
        while (directive.find(at)) {
            kept.append(text, at, directive.start());
            at = end(text, directive.end(), parts);
        }
        kept.append(text.substring(at));
        parts.add(kept.toString().replaceAll("@(?:else|endif|endfor)\\b", ""));
    }

    /** Where the bracket opened before {@code from} closes; blocks of markup on the way are collected. */
    private static int end(String text, int from, List<String> parts) {
        int depth = 1;
        int at = from;
        while (depth > 0) {
            char c = text.charAt(at);
            if (c == '"') {
                at = string(text, at);
            } else if (text.startsWith("@`", at)) {
                int close = block(text, at + 2);
                collect(text.substring(at + 2, close), parts);
                at = close;
            } else if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            }
            at++;
        }
        return at;
    }

    private static int string(String text, int from) {
        int at = from + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private static int block(String text, int from) {
        int at = from;
        while (text.charAt(at) != '`') {
            at = text.startsWith("@`", at) ? block(text, at + 2) + 1 : at + 1;
        }
        return at;
    }
}
