package org.yijitong.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code policy.yaml}. What it does not understand it refuses: a rule misread is worse than no start. */
@Configuration(proxyBeanMethods = false)
class PolicyFile {
    private static final Set<String> ROLE =
            Set.of("name", "explains", "whole-unit", "second-factor", "limited", "apart", "gives");

    @Bean
    Policy policy() throws IOException {
        try (InputStream file = new ClassPathResource("policy.yaml").getInputStream()) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** @throws RuntimeException that names the faulty line or word */
    static Policy read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Map<String, Object> file = map(new Yaml(new SafeConstructor(options)).load(text), "the policy file");
        only(file, Set.of("roles", "actions", "routes"), "the policy file");
        Map<String, Policy.Role> roles = roles(map(file.get("roles"), "roles"));
        Map<String, Policy.Action> actions = actions(map(file.get("actions"), "actions"), roles.keySet());
        Map<Route, String> routes = routes(map(file.get("routes"), "routes"), actions.keySet());
        return new Policy(roles, actions, routes);
    }

    private static Map<String, Policy.Role> roles(Map<String, Object> file) {
        Map<String, Policy.Role> roles = new LinkedHashMap<>();
        file.forEach((key, value) -> {
            Map<String, Object> role = map(value, "role " + key);
            only(role, ROLE, "role " + key);
            roles.put(
                    key,
                    new Policy.Role(
                            text(role, "name", key),
                            text(role, "explains", key),
                            Boolean.TRUE.equals(role.get("whole-unit")),
                            Boolean.TRUE.equals(role.get("second-factor")),
                            Boolean.TRUE.equals(role.get("limited")),
                            role.containsKey("apart") ? text(role, "apart", key) : null,
                            texts(role.get("gives"))));
        });
        roles.forEach((key, role) -> known(role.gives(), roles.keySet(), "role " + key + " gives"));
        roles.forEach((key, role) -> role.gives()
                .forEach(given -> known(
                        requireFound(roles.get(given)).gives(),
                        role.gives(),
                        "role " + key + " gives " + given + ", which gives what " + key + " does not give")));
        return roles;
    }

    private static Policy.Role requireFound(Policy.@Nullable Role role) {
        return Objects.requireNonNull(role, "checked before");
    }

    private static Map<String, Policy.Action> actions(Map<String, Object> file, Set<String> roles) {
        Map<String, Policy.Action> actions = new LinkedHashMap<>();
        file.forEach((key, value) -> {
            Map<String, Object> action = map(value, "action " + key);
            only(action, Set.of("means", "who"), "action " + key);
            actions.put(key, action(key, text(action, "means", key), action.get("who"), roles));
        });
        return actions;
    }

    private static Policy.Action action(String key, String means, @Nullable Object who, Set<String> roles) {
        if ("anyone".equals(who)) {
            return new Policy.Action(means, Policy.Audience.ANYONE, Map.of());
        }
        if ("signed-in".equals(who)) {
            return new Policy.Action(means, Policy.Audience.SIGNED_IN, Map.of());
        }
        Map<String, Object> byRole = map(who, "who of action " + key);
        known(byRole.keySet(), roles, "action " + key);
        Map<String, Policy.Reach> reach = new LinkedHashMap<>();
        byRole.forEach((role, how) -> reach.put(role, reach(key, how)));
        return new Policy.Action(means, Policy.Audience.ROLES, reach);
    }

    private static Policy.Reach reach(String action, Object how) {
        return switch (how.toString()) {
            case "own" -> Policy.Reach.OWN;
            case "own and below" -> Policy.Reach.OWN_AND_BELOW;
            case "own, and below with a reason" -> Policy.Reach.OWN_AND_BELOW_WITH_REASON;
            default -> throw new IllegalArgumentException("action " + action + ": not a reach: " + how);
        };
    }

    private static Map<Route, String> routes(Map<String, Object> file, Set<String> actions) {
        Map<Route, String> routes = new LinkedHashMap<>();
        file.forEach((key, value) -> {
            known(Set.of(value.toString()), actions, "route " + key);
            Route.parse(key).forEach(route -> {
                if (routes.put(route, value.toString()) != null) {
                    throw new IllegalArgumentException("route " + key + ": said twice: " + route);
                }
            });
        });
        return routes;
    }

    private static Map<String, Object> map(@Nullable Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(where + ": names with values are expected here");
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, each) -> {
            if (each == null) {
                throw new IllegalArgumentException(where + ": nothing stands behind " + key);
            }
            named.put(key.toString(), each);
        });
        return named;
    }

    private static String text(Map<String, Object> map, String key, String where) {
        if (!(map.get(key) instanceof String text) || text.isBlank()) {
            throw new IllegalArgumentException(where + " lacks " + key);
        }
        return text;
    }

    private static Set<String> texts(@Nullable Object list) {
        Set<String> texts = new LinkedHashSet<>();
        if (list instanceof Collection<?> many) {
            many.forEach(each -> texts.add(each.toString()));
        }
        return texts;
    }

    private static void only(Map<String, Object> map, Set<String> allowed, String where) {
        known(map.keySet(), allowed, where);
    }

    private static void known(Set<String> used, Set<String> allowed, String where) {
        used.stream().filter(each -> !allowed.contains(each)).findFirst().ifPresent(stray -> {
            throw new IllegalArgumentException(where + ": unknown: " + stray);
        });
    }
}
