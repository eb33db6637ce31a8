package org.yijitong.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.yijitong.access.Policy;
import org.yijitong.access.Route;
import org.yijitong.access.Scopes;
import org.yijitong.access.SignedIn;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/**
 * Stands before every handler and asks the policy. Without a rule there is no way in. A user who may not, and one who
 * names a unit out of reach, get what a wrong address gets.
 */
@Component
class PolicyGate implements HandlerInterceptor {
    static final String SCOPE = Scope.class.getName();
    private static final Set<String> WHILE_PASSWORD_IS_DUE = Set.of("account.password", "session.end");

    private final Policy policy;
    private final Scopes scopes;
    private final Challenge challenge;

    PolicyGate(Policy policy, Scopes scopes, Challenge challenge) {
        this.policy = policy;
        this.scopes = scopes;
        this.challenge = challenge;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String action = action(request);
        if (policy.audience(action) == Policy.Audience.ANYONE) {
            return true;
        }
        Optional<SignedIn> who = Identification.of(request);
        if (who.isEmpty()) {
            challenge.signIn(request, response);
            return false;
        }
        if (who.get().mustChange() && !WHILE_PASSWORD_IS_DUE.contains(action)) {
            challenge.passwordDue(request, response);
            return false;
        }
        if (policy.audience(action) == Policy.Audience.ROLES) {
            CurrentUser user = Optional.ofNullable(who.get().user()).orElseThrow(NotFound::new);
            request.setAttribute(SCOPE, scope(request, user, action));
        }
        return true;
    }

    private String action(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return policy.action(Route.ANY, pattern(request)).orElseThrow(NotFound::new);
        }
        return policy.action(request.getMethod(), pattern(request)).orElseThrow(NotFound::new);
    }

    private static String pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "" : pattern.toString();
    }

    private Scope scope(HttpServletRequest request, CurrentUser user, String action) {
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return scopes.of(user, action, unit(request, user), reading).orElseThrow(NotFound::new);
    }

    private static UnitId unit(HttpServletRequest request, CurrentUser user) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object named = variables instanceof Map<?, ?> map ? map.get("unit") : null;
        if (named == null) {
            return user.unit();
        }
        // Java reads 1-1-1-1-1 as a UUID, too; one unit has one address.
        if (!named.toString().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new NotFound();
        }
        return new UnitId(UUID.fromString(named.toString()));
    }
}
