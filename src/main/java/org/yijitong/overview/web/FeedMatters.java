package org.yijitong.overview.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yijitong.document.CalendarFile.Event;
import org.yijitong.matter.Board;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Flows;
import org.yijitong.matter.MatterFilter;
import org.yijitong.matter.MatterLine;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;

/**
 * The matters that wait for the organization of a post, as events on the day they are due. Without their titles: whoever
 * has the address of the calendar can read it. What is late is not in it, as with duties.
 */
@Component
class FeedMatters {
    /** More than anybody has at a time. */
    private static final int MOST = 200;

    private final Board board;
    private final Flows flows;
    private final Permitted permitted;

    FeedMatters(Board board, Flows flows, Permitted permitted) {
        this.board = board;
        this.flows = flows;
        this.permitted = permitted;
    }

    List<Event> events(Page page, Scope scope, String site, LocalDate today) {
        CurrentUser user = page.user();
        if (user == null || !permitted.permits(user, "matter.read")) {
            return List.of();
        }
        return board.lines(scope, MatterFilter.MINE, MOST).stream()
                .filter(line -> !line.day().isBefore(today))
                .map(line -> event(page, scope, site, line))
                .toList();
    }

    private Event event(Page page, Scope scope, String site, MatterLine line) {
        Flow flow = flows.version(line.versionId());
        String state = flow.state(line.state())
                .map(each -> each.name().in(page.words().language()))
                .orElse("");
        return new Event(
                line.matterId() + "@yijitong",
                line.day(),
                null,
                page.t(
                        "overview.feed.matter",
                        flow.head().name().in(page.words().language()),
                        state),
                "",
                "",
                URI.create(site + "/units/" + scope.unit() + "/matters/" + line.matterId()));
    }
}
