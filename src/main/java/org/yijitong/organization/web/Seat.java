package org.yijitong.organization.web;

import org.jspecify.annotations.Nullable;

/**
 * One row of a committee: a person with the posts held, or an empty post.
 *
 * @param posts the posts, joined
 * @param person the holder's id; null when the seat is empty
 */
public record Seat(
        String posts,
        @Nullable String person,
        String name,
        String term,
        @Nullable String phone,
        String reach) {}
