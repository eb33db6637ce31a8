package org.yijitong.personal;

import org.jspecify.annotations.Nullable;

/**
 * For how long something is held.
 *
 * @param words the same for people
 * @param days how many days after the day of {@code from} it is removed; 0 where the product does not remove it
 * @param from the column with that day, or null
 */
public record Keep(String words, int days, @Nullable String from) {}
