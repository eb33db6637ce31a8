package org.yijitong.access.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.access.Session;
import org.yijitong.access.Sessions;
import org.yijitong.access.SignIns;
import org.yijitong.access.SignedIn;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Query;
import org.yijitong.shared.Scope;

/** Where one's own account is signed in, and who signed in with it or tried to, for programs. */
@RestController
@RequestMapping("/api/v1/account")
@Tag(name = "own account")
class ApiOwnAccountController {
    private static final String SESSIONS = "/api/v1/account/sessions";

    private final Sessions sessions;
    private final SignIns signIns;
    private final Posting posting;

    ApiOwnAccountController(Sessions sessions, SignIns signIns, Posting posting) {
        this.sessions = sessions;
        this.signIns = signIns;
        this.posting = posting;
    }

    /** A session. {@code device}: what the browser calls itself; {@code own}: whether it sent this request. */
    record SessionView(
            UUID id, String place, Instant since, Instant seenAt, String device, Session.Way way, boolean own) {}

    /** A sign-in. {@code outcome}: succeeded, failed, forgiven, held or open; {@code address}: its beginning. */
    record SignInView(Instant at, String outcome, Session.Way way, String device, String address) {}

    /** Some sign-ins. {@code next}: the address of those before them. */
    record SignInsView(List<SignInView> signIns, @Nullable String next) {}

    @GetMapping("/sessions")
    @Operation(summary = "Every open session of one's own account, the latest first")
    List<SessionView> sessions(SignedIn who) {
        return sessions.of(who.account()).stream()
                .map(session -> new SessionView(
                        session.sessionId(),
                        session.place(),
                        session.createdAt(),
                        session.seenAt(),
                        session.device(),
                        session.way(),
                        session.sessionId().equals(who.session())))
                .toList();
    }

    @PostMapping("/sessions/{session}/ending")
    @Operation(summary = "Sign out a device of one's own")
    ResponseEntity<Done> end(SignedIn who, HttpServletRequest request, @PathVariable UUID session) {
        Scope scope = Optional.ofNullable(who.user()).map(CurrentUser::scope).orElseThrow(NotFound::new);
        return posting.changed(scope, request, "", () -> {
            sessions.end(who, session);
            return SESSIONS;
        });
    }

    @GetMapping("/sign-ins")
    @Operation(summary = "Who signed in with one's own account or tried to, the latest first")
    ResponseEntity<SignInsView> signIns(
            SignedIn who, HttpServletRequest request, @RequestParam(defaultValue = "0") int part) {
        List<SignIns.Attempt> found = signIns.of(who.account(), part);
        HttpHeaders headers = new HttpHeaders();
        String next = null;
        if (found.size() > SignIns.PAGE) {
            next = Query.next(request, "part", part + 1);
            headers.set(HttpHeaders.LINK, Query.link(next));
        }
        List<SignInView> shown = found.stream()
                .limit(SignIns.PAGE)
                .map(each -> new SignInView(
                        each.attemptedAt(), each.outcome(), each.way(), each.device(), each.shortAddress()))
                .toList();
        return ResponseEntity.ok().headers(headers).body(new SignInsView(shown, next));
    }
}
