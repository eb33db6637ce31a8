package org.yijitong.personal;

import org.jspecify.annotations.Nullable;

/**
 * A column of a personal table.
 *
 * @param name its name in the table
 * @param means what it holds
 * @param key whether it only tells rows apart or ties them together
 * @param sensitive whether it is treated as sensitive (PIPL art. 28)
 * @param masked whether it is hidden until it is asked for, which is logged
 * @param withheld why not even the person is shown it; null where the person is
 */
public record PersonalColumn(
        String name,
        String means,
        boolean key,
        boolean sensitive,
        boolean masked,
        @Nullable String withheld) {}
