package org.yijitong.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.yijitong.access.Busy;
import org.yijitong.access.TooMany;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import yijitong.html.Templates;

/** Tells whoever has guessed too often, or came when too many did, from when it can be tried again. */
@ControllerAdvice
class HeldAdvice {
    private final Templates html;
    private final Clock clock;

    HeldAdvice(Templates html, Clock clock) {
        this.html = html;
        this.clock = clock;
    }

    @ExceptionHandler(TooMany.class)
    Html tooMany(Page page, TooMany held, HttpServletResponse response) {
        long seconds =
                Math.max(1, Duration.between(clock.instant(), held.until()).toSeconds() + 1);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return new Html(html.accessHeld(page, held.until()), HttpStatus.TOO_MANY_REQUESTS);
    }

    @ExceptionHandler(Busy.class)
    Html busy(Page page, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Busy.SECONDS));
        return new Html(html.accessBusy(page, Busy.SECONDS), HttpStatus.TOO_MANY_REQUESTS);
    }
}
