package org.yijitong.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;

/**
 * The file {@code topics.yaml}: what was talked about; {@code %s} stands for a piece of business.
 *
 * @param studies what is studied, taken month by month in the order of the list
 * @param business what a unit has in hand, by its code
 * @param titles what was on the agenda, or what it was called, by kind
 * @param struggling how many of a hundred things get done, by code and name of a branch
 */
record Topics(
        List<String> studies,
        Map<String, List<String>> business,
        List<String> rooms,
        Map<ActivityKind, List<String>> titles,
        List<Outing> themes,
        List<Trip> visits,
        List<String> remarks,
        List<String> outcomes,
        List<String> decisions,
        Map<Draft.Cause, List<String>> absences,
        String correction,
        String withdrawal,
        Map<String, Integer> struggling) {
    /** A theme day and where it was. */
    record Outing(String title, String place) {}

    /** Where one went and what one was told there. */
    record Trip(String place, String problem) {}

    /** Any of what stands under a name. */
    static <K> String any(Map<K, List<String>> of, K name, RandomGenerator random) {
        return any(Objects.requireNonNull(of.get(name), name.toString()), random);
    }

    static <T> T any(List<T> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }
}
