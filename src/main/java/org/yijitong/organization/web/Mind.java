package org.yijitong.organization.web;

import org.jspecify.annotations.Nullable;

/**
 * A warning as shown.
 *
 * @param kind of its tag: {@code late} or {@code due}
 * @param hint what the rule says of it; null when nothing more is to be said
 * @param href where it can be seen to; null when not here
 * @param action the words of that link
 */
public record Mind(
        String title,
        String kind,
        String tag,
        String meta,
        @Nullable String hint,
        @Nullable String href,
        @Nullable String action) {}
