package org.yijitong.journeys;

/**
 * One page of the product and how to get there.
 *
 * @param route the pattern of its handler, such as {@code /organization/{id}}
 * @param address an address of that route
 * @param status what it answers
 */
record Visit(String route, String address, int status) {
    @Override
    public String toString() {
        return route;
    }
}
