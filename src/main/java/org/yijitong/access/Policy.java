package org.yijitong.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Permitted;

/** The policy file as read: roles, actions, routes. Says yes or no; never looks at data. */
public final class Policy implements Permitted {
    /** How far a role may do an action. */
    public enum Reach {
        /** In the subtree of the post. */
        OWN,
        /** There, and reading also in the units below the post's unit. */
        OWN_AND_BELOW,
        /** The same, but below only after saying why: see {@link Insights}. */
        OWN_AND_BELOW_WITH_REASON
    }

    /** Who an action is open to, beside roles. */
    public enum Audience {
        ANYONE,
        SIGNED_IN,
        ROLES
    }

    /**
     * A role.
     *
     * @param name its Chinese name
     * @param explains what it is for, in Chinese
     * @param wholeUnit whether it always holds at the top of a unit
     * @param secondFactor whether its holders sign in by two steps, where the installation asks for it
     * @param limited whether it is given with a last day only
     * @param apart of the roles with the same word here an account holds one; null for any
     * @param gives the roles it may give to others
     */
    record Role(
            String name,
            String explains,
            boolean wholeUnit,
            boolean secondFactor,
            boolean limited,
            @Nullable String apart,
            Set<String> gives) {}

    /**
     * An action.
     *
     * @param means what it is, in Chinese
     * @param reach who may do it how far, by role; empty unless the audience is roles
     */
    record Action(String means, Audience audience, Map<String, Reach> reach) {}

    private final Map<String, Role> roles;
    private final Map<String, Action> actions;
    private final Map<Route, String> routes;

    Policy(Map<String, Role> roles, Map<String, Action> actions, Map<Route, String> routes) {
        this.roles = roles;
        this.actions = actions;
        this.routes = routes;
    }

    /** Every route that has a rule. */
    public Set<Route> routes() {
        return routes.keySet();
    }

    /** Every role. */
    public Set<String> roles() {
        return roles.keySet();
    }

    /** The Chinese name of a role, as the file has it. */
    public String nameOf(String role) {
        return requireRole(role).name();
    }

    /** What a role is for, in Chinese, as the file has it. */
    public String explains(String role) {
        return requireRole(role).explains();
    }

    /** Every action, in the order of the file. */
    public Set<String> actions() {
        return actions.keySet();
    }

    /** What an action is, in Chinese, as the file has it. */
    public String means(String action) {
        return require(action).means();
    }

    /** The message key of a role's name, for pages in every language. */
    public static String nameKey(String role) {
        return "access.role." + role;
    }

    /** The action of a route; a request by HEAD is one by GET. Nothing if no rule speaks of it. */
    public Optional<String> action(String method, String pattern) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return Optional.ofNullable(routes.get(new Route(asked, pattern)))
                .or(() -> Optional.ofNullable(routes.get(new Route(Route.ANY, pattern))));
    }

    /** Who an action is open to. */
    public Audience audience(String action) {
        return require(action).audience();
    }

    /** How far a role may do an action; nothing if not at all. */
    public Optional<Reach> reach(String role, String action) {
        return Optional.ofNullable(require(action).reach().get(role));
    }

    /** The roles that may do an action, however far. */
    public Set<String> rolesOf(String action) {
        return require(action).reach().keySet();
    }

    @Override
    public boolean permits(CurrentUser user, String action) {
        return switch (audience(action)) {
            case ANYONE, SIGNED_IN -> true;
            case ROLES -> reach(user.role(), action).isPresent();
        };
    }

    /** Whether holders of a role may give another to someone. */
    public boolean gives(String role, String given) {
        Role giver = roles.get(role);
        return giver != null && giver.gives().contains(given);
    }

    /** The roles a role may give, in the order of the file. */
    public Set<String> givenBy(String role) {
        Role giver = roles.get(role);
        return giver == null ? Set.of() : giver.gives();
    }

    /** Whether a role always holds at the top of its unit. */
    public boolean wholeUnit(String role) {
        return requireRole(role).wholeUnit();
    }

    /** Whether holders of a role sign in by two steps, where the installation asks for it. */
    public boolean needsSecondFactor(String role) {
        return requireRole(role).secondFactor();
    }

    /** Whether a role is given with a last day only. */
    public boolean limited(String role) {
        return requireRole(role).limited();
    }

    /** The word that keeps roles apart: of those with the same one an account holds one. */
    public Optional<String> apart(String role) {
        return Optional.ofNullable(requireRole(role).apart());
    }

    Role requireRole(String role) {
        Role found = roles.get(role);
        if (found == null) {
            throw new IllegalArgumentException("the policy file has no role " + role);
        }
        return found;
    }

    private Action require(String action) {
        Action found = actions.get(action);
        if (found == null) {
            throw new IllegalArgumentException("the policy file has no action " + action);
        }
        return found;
    }
}
