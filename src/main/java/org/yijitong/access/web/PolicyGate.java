package org.yijitong.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriUtils;
import org.yijitong.access.Insight;
import org.yijitong.access.Insights;
import org.yijitong.access.Policy;
import org.yijitong.access.Route;
import org.yijitong.access.Scopes;
import org.yijitong.access.SignedIn;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Ids;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Unmet;

/**
 * Stands before every handler and asks the policy. Without a rule there is no way in. A user who may not, and one who
 * names a unit out of reach, get what a wrong address gets. Who looks into a unit below says why first, where the policy
 * asks for it.
 */
@Component
class PolicyGate implements HandlerInterceptor {
    static final String SCOPE = Scope.class.getName();
    /** Why a program looks into a unit below, percent-encoded. */
    private static final String REASON = "Yijitong-Reason";

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    /** What is open while something has to be done first. */
    private static final Map<SignedIn.Due, Set<String>> FIRST = Map.of(
            SignedIn.Due.CODE, Set.of("session.code", "session.end"),
            SignedIn.Due.PASSWORD, Set.of("account.password", "session.end"),
            SignedIn.Due.FACTOR, Set.of("account.factor", "session.end"));

    /** Administrators at the accounts, judges at what they are asked about, trustees at the signatures. */
    private static final Map<String, String> ENTRANCES =
            Map.of("/accounts", "account.see", "/log/signatures", "log.keep", "/matters", "matter.own");

    private final Policy policy;
    private final Scopes scopes;
    private final Insights insights;
    private final Challenge challenge;

    PolicyGate(Policy policy, Scopes scopes, Insights insights, Challenge challenge) {
        this.policy = policy;
        this.scopes = scopes;
        this.insights = insights;
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
        SignedIn.Due due = who.get().due();
        if (due != SignedIn.Due.NOTHING && !FIRST.getOrDefault(due, Set.of()).contains(action)) {
            challenge.due(due, request, response);
            return false;
        }
        if (policy.audience(action) == Policy.Audience.ROLES) {
            CurrentUser user = Optional.ofNullable(who.get().user()).orElseThrow(NotFound::new);
            Optional<String> elsewhere = comesInElsewhere(request, user, action);
            if (elsewhere.isPresent()) {
                response.setStatus(HttpStatus.SEE_OTHER.value());
                response.setHeader(HttpHeaders.LOCATION, elsewhere.get());
                return false;
            }
            Scope scope = scope(request, user, action);
            requireReason(request, user, scope, action);
            request.setAttribute(SCOPE, scope);
        }
        return true;
    }

    /** Where those come in who see nothing of the work, of which the home is made. */
    private Optional<String> comesInElsewhere(HttpServletRequest request, CurrentUser user, String action) {
        if (!pattern(request).equals("/") || policy.permits(user, action)) {
            return Optional.empty();
        }
        return ENTRANCES.entrySet().stream()
                .filter(entrance -> policy.permits(user, entrance.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
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

    /** A program gives its reason with the request itself. */
    private void requireReason(HttpServletRequest request, CurrentUser user, Scope scope, String action) {
        if (scope.unit().equals(user.unit())) {
            return;
        }
        Insight into = into(request, scope, action);
        if (!insights.wanting(user, scope, into)) {
            return;
        }
        if (!SecuritySetup.isApi(request)) {
            throw new ReasonWanted(into);
        }
        String reason = Optional.ofNullable(request.getHeader(REASON))
                .orElseThrow(() -> new Unmet(HttpStatus.PRECONDITION_REQUIRED, "access.insight.program"));
        insights.give(user, into, UriUtils.decode(reason, StandardCharsets.UTF_8));
    }

    /** What the address names last by an id is what is looked at; words after it, as of a form, say only how. */
    private static Insight into(HttpServletRequest request, Scope scope, String action) {
        return VARIABLE.matcher(pattern(request))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.equals("unit"))
                .flatMap(name -> Ids.read(Objects.toString(variable(request, name), "")).stream()
                        .map(id -> new Insight(action, scope.unit(), name, id)))
                .reduce((_, last) -> last)
                .orElseGet(() ->
                        new Insight(action, scope.unit(), "unit", scope.unit().value()));
    }

    private static UnitId unit(HttpServletRequest request, CurrentUser user) {
        Object named = variable(request, "unit");
        return named == null ? user.unit() : new UnitId(id(named));
    }

    private static @Nullable Object variable(HttpServletRequest request, String name) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static UUID id(@Nullable Object named) {
        return Ids.inAddress(Objects.toString(named, ""));
    }
}
