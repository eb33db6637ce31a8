package org.yijitong.organization.web;

import org.jspecify.annotations.Nullable;

/**
 * One row of a committee: a person with the posts held, or an empty post.
 *
 * @param posts the posts, joined
 * @param person the holder's id; null when the seat is empty
 * @param href the holder's page; null when the reader may not open it
 */
public record Seat(
        String posts,
        @Nullable String person,
        @Nullable String href,
        String name,
        String term,
        @Nullable String phone,
        String reach) {}
