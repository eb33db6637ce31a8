package org.yijitong.mechanism.web;

import java.util.List;

/**
 * The statement of compliance.
 *
 * @param edition of the red lines
 */
public record StatementPage(String edition, List<Line> lines) {
    /** The sections of the filing form, in its order. */
    public static final List<String> SECTIONS =
            List.of("basic", "approval", "functions", "security", "acceptance", "others", "promise");

    /**
     * A red line.
     *
     * @param does how it is kept
     * @param tests that show it, each as class and method; empty when none does
     */
    public record Line(String line, String forbids, String does, List<String> tests) {}

    /** A test without its package. */
    static String brief(String test) {
        int method = test.lastIndexOf('.');
        return test.substring(test.lastIndexOf('.', method - 1) + 1);
    }
}
