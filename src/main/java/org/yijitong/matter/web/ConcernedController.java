package org.yijitong.matter.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.access.SignedIn;
import org.yijitong.matter.Flows;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Overtaken;
import org.yijitong.matter.door.Concerned;
import org.yijitong.matter.door.Progress;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.SeeOther;
import yijitong.html.Templates;

/** What is recorded in matters about whoever is signed in, and what they say to it. */
@Controller
class ConcernedController {
    private static final String ADDRESS = "/account/matters";

    private final Concerned concerned;
    private final Flows flows;
    private final Days days;
    private final Templates html;

    ConcernedController(Concerned concerned, Flows flows, Days days, Templates html) {
        this.concerned = concerned;
        this.flows = flows;
        this.days = days;
        this.html = html;
    }

    /** @param matter one of them; without, all of them are listed */
    @GetMapping(ADDRESS)
    Html own(Page page, SignedIn who, @RequestParam(defaultValue = "") String matter) {
        if (matter.isEmpty()) {
            return new Html(html.matterConcerned(
                    page,
                    concerned.lines(who.account()).stream()
                            .map(line -> line(page, line))
                            .toList()));
        }
        Progress.Shown shown = concerned.read(who.account(), new MatterId(Ids.inAddress(matter)));
        return shown(page, shown, HttpStatus.OK, Map.of(), Map.of());
    }

    private ConcernedLine line(Page page, Concerned.Line line) {
        String flow = flows.newest(line.flow(), days.today())
                .map(each -> each.flow().head().name().in(page.words().language()))
                .orElse(line.flow());
        return new ConcernedLine(
                ADDRESS + "?matter=" + line.matterId(), line.title(), flow, page.date(line.begunOn()), line.open());
    }

    @PostMapping(ADDRESS + "/steps")
    View say(Page page, SignedIn who, @RequestParam MultiValueMap<String, String> values) {
        MatterId id = new MatterId(Ids.inAddress(MatterController.value(values, "code")));
        try {
            concerned.say(who.account(), id, MatterController.act(values));
            return SeeOther.to(ADDRESS + "?matter=" + id);
        } catch (Invalid invalid) {
            Map<String, Invalid.Fault> faults = MatterController.named(MatterController.value(values, "step"), invalid);
            Progress.Shown now = concerned.read(who.account(), id);
            return shown(page, now, HttpStatus.UNPROCESSABLE_CONTENT, values.toSingleValueMap(), faults);
        } catch (Overtaken _) {
            Progress.Shown now = concerned.read(who.account(), id);
            return shown(page, now, HttpStatus.CONFLICT, values.toSingleValueMap(), Map.of());
        }
    }

    private Html shown(
            Page page,
            Progress.Shown shown,
            HttpStatus status,
            Map<String, String> typed,
            Map<String, Invalid.Fault> faults) {
        ProgressPage.Title title = new ProgressPage.Title(shown.matter().title(), page.t("door.concerned.read"));
        ProgressPage.Place place = new ProgressPage.Place(
                ADDRESS + "/steps", shown.matter().matterId().toString(), title);
        return new Html(
                html.matterProgress(
                        page,
                        new ProgressWords(page, shown, true).page(place, typed, faults, status == HttpStatus.CONFLICT)),
                status);
    }
}
