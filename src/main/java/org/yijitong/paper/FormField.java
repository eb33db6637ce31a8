package org.yijitong.paper;

/**
 * A name that stands for one thing a paper says.
 *
 * @param word in {@code forms.yaml}
 * @param name in templates, between double braces
 * @param width of its column, in Chinese characters
 */
public record FormField(String word, String name, int width) {}
