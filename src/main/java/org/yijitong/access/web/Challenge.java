package org.yijitong.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.yijitong.access.SignedIn;

/**
 * Sends those who are not signed in to the sign-in page, each in the way it understands: a browser by redirect, htmx by
 * its header (never a sign-in page inside a fragment), a program by 401 (RFC 6750, RFC 9457).
 */
@Component
class Challenge {
    void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(request, response, "/sign-in" + back(request));
    }

    /** Leads to what has to be done first. */
    void due(SignedIn.Due due, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(
                request,
                response,
                switch (due) {
                    case CODE -> "/sign-in/code" + back(request);
                    case PASSWORD -> "/account/password";
                    case FACTOR -> "/account/factor";
                    case NOTHING -> "/";
                });
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String to) throws IOException {
        if (SecuritySetup.isApi(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write("""
                    {"type":"about:blank","title":"Unauthorized","status":401}""".getBytes(StandardCharsets.UTF_8));
        } else if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", to);
        } else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, to);
        }
    }

    /** Only a page can be come back to. */
    private static String back(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")
                || request.getHeader("HX-Request") != null
                || request.getRequestURI().equals("/")) {
            return "";
        }
        String query = request.getQueryString();
        String address = request.getRequestURI() + (query == null ? "" : "?" + query);
        return "?to=" + UriUtils.encode(address, StandardCharsets.UTF_8);
    }

    /** An address of this site, or home: two slashes, a backslash or a control character could lead elsewhere. */
    static String ownPath(String to) {
        boolean own = to.startsWith("/")
                && !to.startsWith("//")
                && to.length() <= 2000
                && to.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return own ? to : "/";
    }
}
