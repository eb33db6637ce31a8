package org.yijitong.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yijitong.access.Sessions;
import org.yijitong.access.SignedIn;
import org.yijitong.access.Tokens;

/**
 * Finds out who sent a request: at the API by its token or, with a CSRF token, by the cookie; at a subscribed calendar
 * by the token in its address, without which there is nothing; elsewhere by the cookie alone. Leaves a {@link SignedIn}
 * as an attribute of the request, and the user in Spring's security context.
 */
@Component
class Identification extends OncePerRequestFilter {
    static final String WHO = SignedIn.class.getName();

    private static final Pattern SUBSCRIBED = Pattern.compile("/calendars/([^/]*)/.*");

    private final Sessions sessions;
    private final Tokens tokens;

    Identification(Sessions sessions, Tokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Optional<String> calendar = calendar(request);
            Optional<SignedIn> found =
                    calendar.isEmpty() ? find(request) : tokens.find(calendar.get(), Tokens.Purpose.CALENDAR);
            if (found.isEmpty() && calendar.isPresent()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            found.ifPresent(who -> remember(request, who));
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Optional<SignedIn> find(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/assets/")) {
            return Optional.empty();
        }
        Optional<String> bearer = SecuritySetup.bearer(request);
        if (SecuritySetup.isApi(request) && bearer.isPresent()) {
            return tokens.find(bearer.get(), Tokens.Purpose.PROGRAM);
        }
        return SessionCookie.of(request).flatMap(sessions::find);
    }

    /** The token in the address of a subscribed calendar. */
    private static Optional<String> calendar(HttpServletRequest request) {
        return Optional.of(SUBSCRIBED.matcher(SecuritySetup.path(request)))
                .filter(Matcher::matches)
                .map(path -> path.group(1));
    }

    private static void remember(HttpServletRequest request, SignedIn who) {
        request.setAttribute(WHO, who);
        // Who has still to take the second step is nobody's user yet: no page shows a name or a way on.
        Object principal = Optional.<Object>ofNullable(who.user())
                .filter(user -> who.due() != SignedIn.Due.CODE)
                .orElse(who);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
    }

    /** The error page, too, is drawn for whoever is signed in. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    static Optional<SignedIn> of(HttpServletRequest request) {
        return Optional.ofNullable((SignedIn) request.getAttribute(WHO));
    }

    /** Part of the security filters only; not a filter of the container besides. */
    @Component
    static class Registration {
        @Bean
        FilterRegistrationBean<Identification> onlyInTheSecurityFilters(Identification filter) {
            FilterRegistrationBean<Identification> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
