package org.yijitong.access.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yijitong.access.Places;
import org.yijitong.access.Policy;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** What a form that gives posts offers: no more than whoever fills it in may give. */
@Component
public class PostChoices {
    static final Choices NONE = new Choices(Map.of(), Map.of());

    private final Policy policy;
    private final Places places;

    PostChoices(Policy policy, Places places) {
        this.policy = policy;
        this.places = places;
    }

    /**
     * The choices, value to words.
     *
     * @param roles empty for those who give no posts
     */
    public record Choices(Map<String, String> roles, Map<String, String> organizations) {}

    /** Without what is given with a last day only, for forms that ask for none. */
    Choices lasting(Page page, Scope scope, CurrentUser user) {
        Choices all = of(page, scope, user);
        Map<String, String> roles = new LinkedHashMap<>(all.roles());
        roles.keySet().removeIf(policy::limited);
        return new Choices(roles, all.organizations());
    }

    Choices of(Page page, Scope scope, CurrentUser user) {
        Map<String, String> roles = new LinkedHashMap<>();
        policy.givenBy(user.role()).forEach(role -> roles.put(role, page.t(Policy.nameKey(role))));
        Map<String, String> organizations = new LinkedHashMap<>();
        if (!roles.isEmpty()) {
            places.of(scope)
                    .forEach(place -> organizations.put(
                            place.organization().toString(), "\u3000".repeat(place.depth()) + place.name()));
        }
        return new Choices(roles, organizations);
    }
}
