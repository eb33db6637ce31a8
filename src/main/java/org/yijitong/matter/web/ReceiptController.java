package org.yijitong.matter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.matter.Flows;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Overtaken;
import org.yijitong.matter.door.Doors;
import org.yijitong.matter.door.Progress;
import org.yijitong.matter.door.Threshold;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.SeeOther;
import yijitong.html.Templates;

/** How far it is: by receipt code, which never stands in an address, or for whoever is signed in. */
@Controller
class ReceiptController {
    private static final String BY_CODE = "/receipts/steps";
    private static final String OWN = "/requests/steps";

    private final Progress progress;
    private final Doors doors;
    private final Flows flows;
    private final Threshold threshold;
    private final Days days;
    private final Templates html;

    ReceiptController(Progress progress, Doors doors, Flows flows, Threshold threshold, Days days, Templates html) {
        this.progress = progress;
        this.doors = doors;
        this.flows = flows;
        this.threshold = threshold;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/receipts")
    Html form(Page page) {
        return new Html(html.matterLookUp(page, "", Map.of()));
    }

    @PostMapping("/receipts")
    Html look(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        threshold.pass(Threshold.Kind.LOOK, request.getRemoteAddr());
        return progress.look(code)
                .map(shown -> shown(page, shown, code, BY_CODE, HttpStatus.OK, Map.of(), Map.of()))
                .orElseGet(() -> unknown(page, code));
    }

    private Html unknown(Page page, String code) {
        return new Html(
                html.matterLookUp(page, code, new Invalid("code", "door.invalid.code").faults()),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/receipts/steps")
    Html say(Page page, HttpServletRequest request, @RequestParam MultiValueMap<String, String> values) {
        threshold.pass(Threshold.Kind.LOOK, request.getRemoteAddr());
        String code = MatterController.value(values, "code");
        Optional<Progress.Shown> found = progress.look(code);
        if (found.isEmpty()) {
            return unknown(page, code);
        }
        Map<String, Invalid.Fault> faults = Map.of();
        HttpStatus status = HttpStatus.OK;
        try {
            progress.say(code, MatterController.act(values));
        } catch (Invalid invalid) {
            faults = MatterController.named(MatterController.value(values, "step"), invalid);
            status = HttpStatus.UNPROCESSABLE_CONTENT;
        } catch (Overtaken _) {
            status = HttpStatus.CONFLICT;
        }
        Progress.Shown now = progress.look(code).orElseThrow(NotFound::new);
        return shown(page, now, code, BY_CODE, status, values.toSingleValueMap(), faults);
    }

    /** @param matter one of them; without, all of them are listed */
    @GetMapping("/requests")
    Html own(Page page, @RequestParam(defaultValue = "") String matter) {
        CurrentUser user = user(page);
        if (!matter.isEmpty()) {
            MatterId id = new MatterId(Ids.inAddress(matter));
            return shown(page, progress.own(user, id), id.toString(), OWN, HttpStatus.OK, Map.of(), Map.of());
        }
        Map<String, String> lines = new LinkedHashMap<>();
        doors.own(user)
                .forEach(own -> lines.put(
                        "/requests?matter=" + own.matter(),
                        page.date(own.at().atZone(Days.SHANGHAI).toLocalDate()) + " " + named(page, own.flow())));
        return new Html(html.matterRequests(page, lines));
    }

    private String named(Page page, String flow) {
        return flows.newest(flow, days.today())
                .map(each -> each.flow().head().name().in(page.words().language()))
                .orElse(flow);
    }

    @PostMapping("/requests/steps")
    View sayOwn(Page page, @RequestParam MultiValueMap<String, String> values) {
        CurrentUser user = user(page);
        MatterId id = new MatterId(Ids.inAddress(MatterController.value(values, "code")));
        try {
            progress.sayOwn(user, id, MatterController.act(values));
            return SeeOther.to("/requests?matter=" + id);
        } catch (Invalid invalid) {
            Map<String, Invalid.Fault> faults = MatterController.named(MatterController.value(values, "step"), invalid);
            return shown(
                    page,
                    progress.own(user, id),
                    id.toString(),
                    OWN,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    values.toSingleValueMap(),
                    faults);
        } catch (Overtaken _) {
            Progress.Shown now = progress.own(user, id);
            return shown(page, now, id.toString(), OWN, HttpStatus.CONFLICT, values.toSingleValueMap(), Map.of());
        }
    }

    private static CurrentUser user(Page page) {
        return Optional.ofNullable(page.user()).orElseThrow(NotFound::new);
    }

    private Html shown(
            Page page,
            Progress.Shown shown,
            String code,
            String action,
            HttpStatus status,
            Map<String, String> typed,
            Map<String, Invalid.Fault> faults) {
        ProgressPage.Place place = new ProgressPage.Place(action, code, ProgressPage.Title.NONE);
        return new Html(
                html.matterProgress(
                        page,
                        new ProgressWords(page, shown, false)
                                .page(place, typed, faults, status == HttpStatus.CONFLICT)),
                status);
    }
}
