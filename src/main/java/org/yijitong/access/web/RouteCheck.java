package org.yijitong.access.web;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.yijitong.access.Policy;
import org.yijitong.access.Route;

/** Compares the routes that are really there with the policy file, and stops the start if the two differ. */
@Component
class RouteCheck implements SmartInitializingSingleton {
    private final List<HandlerMapping> mappings;
    private final Policy policy;

    RouteCheck(List<HandlerMapping> mappings, Policy policy) {
        this.mappings = mappings;
        this.policy = policy;
    }

    @Override
    public void afterSingletonsInstantiated() {
        compare(live(mappings), policy.routes());
    }

    /** @throws IllegalStateException naming each route without a rule and each rule without a route */
    static void compare(Set<Route> live, Set<Route> ruled) {
        Set<Route> without = new TreeSet<>(live);
        without.removeAll(ruled);
        Set<Route> stray = new TreeSet<>(ruled);
        stray.removeAll(live);
        if (!without.isEmpty() || !stray.isEmpty()) {
            throw new IllegalStateException("policy.yaml and the routes differ. Routes without a rule: " + without
                    + ". Rules without a route: " + stray);
        }
    }

    /** Every route of every handler mapping. A kind of mapping that cannot be listed is refused, unless it is empty. */
    static Set<Route> live(Collection<HandlerMapping> mappings) {
        Set<Route> routes = new TreeSet<>();
        mappings.forEach(mapping -> routes(mapping).forEach(routes::add));
        return routes;
    }

    private static Stream<Route> routes(HandlerMapping mapping) {
        return switch (mapping) {
            case RequestMappingInfoHandlerMapping methods ->
                methods.getHandlerMethods().keySet().stream().flatMap(RouteCheck::routes);
            case AbstractUrlHandlerMapping urls -> {
                Stream<Route> root = urls.getRootHandler() == null ? Stream.of() : Stream.of(new Route("GET", "/"));
                yield Stream.concat(
                        root, urls.getHandlerMap().keySet().stream().map(pattern -> new Route("GET", pattern)));
            }
            case RouterFunctionMapping functions when functions.getRouterFunction() == null -> Stream.of();
            default -> throw new IllegalStateException("routes of this kind cannot be checked: " + mapping.getClass());
        };
    }

    private static Stream<Route> routes(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of(new Route(Route.ANY, pattern))
                        : methods.stream().map(method -> new Route(method.name(), pattern)));
    }
}
