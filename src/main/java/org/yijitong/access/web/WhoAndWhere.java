package org.yijitong.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.yijitong.access.SignedIn;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Scope;

/**
 * Hands a controller its {@link Scope}, {@link CurrentUser} or {@link SignedIn}. Asking for one where the policy did not
 * ensure it is a mistake in the policy file, answered as a fault of ours.
 */
class WhoAndWhere implements HandlerMethodArgumentResolver {
    private static final Set<Class<?>> KNOWN = Set.of(Scope.class, CurrentUser.class, SignedIn.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return KNOWN.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Optional<SignedIn> who = Identification.of(http);
        Optional<?> found = parameter.getParameterType() == Scope.class
                ? Optional.ofNullable(http.getAttribute(PolicyGate.SCOPE))
                : parameter.getParameterType() == CurrentUser.class ? who.map(SignedIn::user) : who;
        return found.orElseThrow(
                () -> new IllegalStateException("the route's action in policy.yaml does not ensure the "
                        + parameter.getParameterType() + " of " + parameter.getMethod()));
    }
}
