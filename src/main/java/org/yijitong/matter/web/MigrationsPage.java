package org.yijitong.matter.web;

import java.util.List;

/**
 * Running matters that are not under the newest version of their flow, and what was proposed for them.
 *
 * @param older those that may be moved
 * @param proposed the latest first
 */
public record MigrationsPage(List<Older> older, List<Entry> proposed) {
    /** Matters of one flow under one version. */
    public record Older(String href, String flow, String version, long matters) {}

    /** A proposal, and what came of it. */
    public record Entry(String href, String words, String state) {}
}
