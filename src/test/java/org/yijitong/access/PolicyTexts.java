package org.yijitong.access;

/** Opens the reader of policy files to tests of other packages. */
public final class PolicyTexts {
    private PolicyTexts() {}

    public static Policy read(String text) {
        return PolicyFile.read(text);
    }
}
