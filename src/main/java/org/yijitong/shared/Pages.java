package org.yijitong.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/**
 * Makes the {@link Page} of a request: a controller only names it as a parameter. The signed-in user is the principal
 * of the security context, when that is a {@link CurrentUser}. The notice is the flash attribute {@value #NOTICE}.
 */
@Component
public class Pages implements HandlerMethodArgumentResolver {
    /** The flash attribute whose text the next page shows once. */
    public static final String NOTICE = "notice";

    private final MessageSource messages;
    private final List<NavItem> nav;
    private final ObjectProvider<Permitted> policy;
    private final Uuid7 keys;
    private final boolean demo;

    Pages(
            MessageSource messages,
            ObjectProvider<NavItem> nav,
            ObjectProvider<Permitted> policy,
            Uuid7 keys,
            @Value("${yijitong.production:false}") boolean production) {
        this.messages = messages;
        this.nav = nav.orderedStream().toList();
        this.policy = policy;
        this.keys = keys;
        this.demo = !production;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(java.util.Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    /** The frame data of a request. */
    public Page of(HttpServletRequest request) {
        CurrentUser user = user();
        Language language = Language.of(cookie(request, "lang"));
        Page.Look look = new Page.Look(
                choice(cookie(request, "theme"), List.of("auto", "light", "dark")),
                choice(cookie(request, "size"), List.of("normal", "large")));
        return new Page(
                new Words(messages, language),
                look,
                path(request),
                here(request),
                user,
                permitted(user),
                (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                notice(request),
                demo,
                keys.next());
    }

    private static @Nullable CurrentUser user() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentUser user ? user : null;
    }

    private List<NavItem> permitted(@Nullable CurrentUser user) {
        Permitted permitted = policy.getIfAvailable();
        if (user == null || permitted == null) {
            return List.of();
        }
        return nav.stream()
                .filter(item -> permitted.permits(user, item.action()))
                .toList();
    }

    /** A form that is shown again with its faults stands where it is sent to. */
    private static String here(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null ? request.getRequestURI() : "";
    }

    /** An answer to a POST has no address of its own to come back to, so it leads home. */
    private static String path(HttpServletRequest request) {
        boolean error = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
        if (error || !request.getMethod().equals("GET")) {
            return "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String cookie(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? "" : cookie.getValue();
    }

    private static String choice(String value, List<String> known) {
        return known.contains(value) ? value : known.getFirst();
    }

    private static @Nullable String notice(HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return flash == null ? null : (String) flash.get(NOTICE);
    }
}
