package org.yijitong.matter.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What moving running matters to another version would do, before it is proposed and while it waits.
 *
 * @param address where it is proposed, or where it waits
 * @param flow its identifier
 * @param name what the flow is called
 * @param versions to choose from, by number
 * @param states those whose name is not in the other version
 * @param moved matters that can be moved; the first hundred
 * @param stayed matters that cannot, with why; the first hundred
 * @param waiting what is said of a proposal; null before it is one
 * @param fault what is wrong with what was given; null when nothing is
 */
public record MigrationPage(
        String address,
        String flow,
        String name,
        int from,
        int to,
        Map<String, String> versions,
        List<Renamed> states,
        List<Move> moved,
        List<Move> stayed,
        long movable,
        long immovable,
        @Nullable Waiting waiting,
        @Nullable String fault) {
    /**
     * A state of the version from which matters come.
     *
     * @param choices states of the other version, by identifier
     * @param chosen the one given; empty when none is
     */
    public record Renamed(String field, String name, Map<String, String> choices, String chosen) {}

    /**
     * One matter.
     *
     * @param to where it would be; for one that cannot be moved, why
     */
    public record Move(
            String href,
            String title,
            String from,
            String to,
            @Nullable LocalDate before,
            @Nullable LocalDate after) {}

    /**
     * A proposal.
     *
     * @param said who proposed it when, or what came of it
     * @param open whether it waits for a second person
     * @param mine whether the reader proposed it and so cannot approve it
     */
    public record Waiting(String said, boolean open, boolean mine) {}
}
