package org.yijitong.access.web;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers that lead on after a form: always 303, so that a reload does not send the form again. */
final class Going {
    private Going() {}

    static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    static ResponseEntity<Void> with(String cookie, String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie)
                .location(URI.create(path))
                .build();
    }
}
