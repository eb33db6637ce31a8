package org.yijitong.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.yijitong.access.Policy;
import org.yijitong.access.Route;

/**
 * The filters before every request: headers, forged requests, who it is. What is allowed is decided later, by {@link
 * PolicyGate}, where the route is known.
 */
@Configuration(proxyBeanMethods = false)
class SecuritySetup {
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; font-src 'none'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; manifest-src 'self'";
    static final String PERMISSIONS_POLICY =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    @Bean
    SecurityFilterChain everyRequest(
            HttpSecurity http, CookieCsrfTokenRepository tokens, Identification who, Policy policy) {
        return http.csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(forgeable(open(policy))))
                .addFilterAfter(who, CsrfFilter.class)
                .headers(SecuritySetup::headers)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY));
    }

    /**
     * Which requests must prove that a page of ours sent them: every change by a page, and at the API whatever comes
     * with the cookie of a browser. Excepted are a choice of theme or language, see its controller, reading what the
     * API tells anyone, and Open311, where a cookie adds nothing.
     *
     * @param open addresses of the API that anyone may read
     */
    private static RequestMatcher forgeable(Set<String> open) {
        return request -> {
            boolean reading = request.getMethod().matches("GET|HEAD|OPTIONS|TRACE");
            if (isApi(request)) {
                return bearer(request).isEmpty()
                        && SessionCookie.of(request).isPresent()
                        && !(reading && open.contains(path(request)));
            }
            return !reading
                    && !path(request).equals("/preferences")
                    && !path(request).startsWith("/open311/");
        };
    }

    private static Set<String> open(Policy policy) {
        return policy.routes().stream()
                .filter(route -> route.method().equals("GET"))
                .filter(route -> policy.action("GET", route.pattern())
                        .filter(action -> policy.audience(action) == Policy.Audience.ANYONE)
                        .isPresent())
                .map(Route::pattern)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Bean
    CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").path("/"));
        return tokens;
    }

    /** Nobody signs in by Spring's own means; without this bean Boot would make up a user. */
    @Bean
    AuthenticationManager none() {
        return authentication -> {
            throw new AuthenticationServiceException("people sign in by SignIn");
        };
    }

    static boolean isApi(HttpServletRequest request) {
        return path(request).startsWith("/api/v1/");
    }

    /** The path as the dispatcher sees it: decoded, without parameters. */
    static String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo())
                .map(rest -> request.getServletPath() + rest)
                .orElse(request.getServletPath());
    }

    /** What follows {@code Authorization: Bearer}, if the header is there; empty text for another scheme. */
    static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .map(value -> value.regionMatches(true, 0, "Bearer ", 0, 7)
                        ? value.substring(7).strip()
                        : "");
    }
}
