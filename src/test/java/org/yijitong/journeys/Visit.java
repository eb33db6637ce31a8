package org.yijitong.journeys;

import org.jspecify.annotations.Nullable;

/**
 * One page of the product and how to get there.
 *
 * @param route the pattern of its handler, such as {@code /organization/{id}}
 * @param address an address of that route
 * @param status what it answers
 * @param role as whom one has to sign in, if one has to
 */
record Visit(
        String route, String address, int status, @Nullable String role) {
    @Override
    public String toString() {
        return route;
    }
}
