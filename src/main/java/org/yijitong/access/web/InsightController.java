package org.yijitong.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.access.Insight;
import org.yijitong.access.Insights;
import org.yijitong.access.SignedIn;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.UnitId;
import yijitong.html.Templates;

/** Asks why, in place of the page that was asked for, and leads on to it. */
@Controller
@ControllerAdvice
class InsightController {
    private final Templates html;
    private final Insights insights;

    InsightController(Templates html, Insights insights) {
        this.html = html;
        this.insights = insights;
    }

    @ExceptionHandler(ReasonWanted.class)
    View ask(Page page, ReasonWanted wanted, HttpServletRequest request, HttpServletResponse response) {
        CurrentUser user = Identification.of(request).map(SignedIn::user).orElseThrow(NotFound::new);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", page.path());
        }
        return asked(page, user, wanted.into(), page.path(), "", Map.of(), HttpStatus.FORBIDDEN);
    }

    @PostMapping("/insights")
    Object give(
            Page page,
            SignedIn who,
            @RequestParam String action,
            @RequestParam UUID unit,
            @RequestParam String kind,
            @RequestParam UUID subject,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String because) {
        CurrentUser user = Optional.ofNullable(who.user()).orElseThrow(NotFound::new);
        if (!kind.matches("[a-zA-Z]{1,40}")) {
            throw new NotFound();
        }
        Insight into = new Insight(action, new UnitId(unit), kind, subject);
        String next = Challenge.ownPath(to);
        try {
            insights.give(user, into, because);
            return Going.to(next);
        } catch (Invalid invalid) {
            return asked(page, user, into, next, because, invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html asked(
            Page page,
            CurrentUser user,
            Insight into,
            String to,
            String because,
            Map<String, Invalid.Fault> faults,
            HttpStatus status) {
        InsightPage shown = new InsightPage(into, insights.nameOf(user, into), to, because, faults);
        return new Html(html.accessInsight(page.inPlaceOf(to), shown), status);
    }
}
