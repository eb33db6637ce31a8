package org.yijitong.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.Link;

/** A part of the history of an organization. */
public record HistoryPage(
        String base,
        List<Link> way,
        String title,
        List<Told> told,
        long all,
        boolean beginning,
        @Nullable String next) {}
