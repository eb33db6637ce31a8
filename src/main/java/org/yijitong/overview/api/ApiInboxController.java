package org.yijitong.overview.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.activity.ActivityKind;
import org.yijitong.mechanism.Duty;
import org.yijitong.overview.Inbox;
import org.yijitong.overview.Notice;
import org.yijitong.overview.Sunset;
import org.yijitong.overview.Sunsets;
import org.yijitong.overview.Tally;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Scope;

/** What the owner of the token should know of today, and what a rule that ends was good for. */
@RestController
class ApiInboxController {
    private final Inbox inbox;
    private final Sunsets sunsets;

    ApiInboxController(Inbox inbox, Sunsets sunsets) {
        this.inbox = inbox;
        this.sunsets = sunsets;
    }

    /** One notice; {@code id} is of what it is about. */
    record NoticeView(Notice.Kind kind, LocalDate day, String id, String name, List<ActivityKind> activities) {
        static NoticeView of(Notice notice) {
            return new NoticeView(
                    notice.kind(), notice.day(), notice.id(), notice.name().chinese(), notice.activities());
        }
    }

    /** What a duty came to in the year before this one, and in this one. */
    record UseView(String duty, String name, Tally before, Tally now) {
        static UseView of(Sunset.Use use) {
            Duty duty = use.duty();
            return new UseView(duty.id(), duty.name().chinese(), use.before(), use.now());
        }
    }

    /** When a mechanism ends, in how many days, and its use. */
    record SunsetView(String mechanism, int version, LocalDate until, long days, List<UseView> uses) {
        static SunsetView of(Sunset sunset) {
            return new SunsetView(
                    sunset.head().id(),
                    sunset.head().version(),
                    sunset.head().until(),
                    sunset.days(),
                    sunset.uses().stream().map(UseView::of).toList());
        }
    }

    @GetMapping("/api/v1/inbox")
    @Tag(name = "standings")
    @Operation(summary = "What to know of today: meetings, invitations, rules that begin or end, gaps to help with")
    List<NoticeView> inbox(CurrentUser user, Scope scope) {
        return inbox.of(user, scope).stream().map(NoticeView::of).toList();
    }

    @GetMapping("/api/v1/sunsets/{mechanism}")
    @Tag(name = "mechanisms")
    @Operation(summary = "When a mechanism ends, and what use it was of over the unit and all below it")
    SunsetView sunset(Scope scope, @PathVariable String mechanism) {
        return SunsetView.of(sunsets.of(scope, mechanism));
    }
}
