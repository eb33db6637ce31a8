package org.yijitong.access.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.access.Policy;
import org.yijitong.access.PolicyWords;
import org.yijitong.shared.Page;

/** The policy file, for programs: who may do what, and where, in the language of the cookie. */
@RestController
@Tag(name = "policy")
class ApiPolicyController {
    private final Policy policy;

    ApiPolicyController(Policy policy) {
        this.policy = policy;
    }

    /** A role. {@code apart}: of the roles with the same word an account holds one; {@code gives}: to others. */
    record PolicyRoleView(
            String role,
            String name,
            String explains,
            boolean wholeUnit,
            boolean secondStep,
            @Nullable String apart,
            Set<String> gives) {}

    /** Who may do it how far. {@code where}: the same in words. */
    record PolicyReachView(String role, Policy.Reach reach, String where) {}

    /** An action. {@code who}: empty where it is open to anyone, or to all who are signed in. */
    record PolicyActionView(String action, String means, Policy.Audience audience, List<PolicyReachView> who) {}

    /** The policy, in the order of the file. */
    record PolicyView(List<PolicyRoleView> roles, List<PolicyActionView> actions) {}

    @GetMapping("/api/v1/policy")
    @Operation(summary = "Who may do what, and where, in plain words")
    PolicyView show(Page page) {
        PolicyWords words = new PolicyWords(policy, page.words());
        return new PolicyView(
                policy.roles().stream().map(role -> role(words, role)).toList(),
                policy.actions().stream().map(action -> action(words, action)).toList());
    }

    private PolicyRoleView role(PolicyWords words, String role) {
        return new PolicyRoleView(
                role,
                words.name(role),
                words.explains(role),
                policy.wholeUnit(role),
                policy.needsSecondFactor(role),
                policy.apart(role).orElse(null),
                policy.givenBy(role));
    }

    private PolicyActionView action(PolicyWords words, String action) {
        List<PolicyReachView> who = policy.roles().stream()
                .flatMap(role -> policy.reach(role, action).stream()
                        .map(reach -> new PolicyReachView(role, reach, words.reach(reach))))
                .toList();
        return new PolicyActionView(action, words.means(action), policy.audience(action), who);
    }
}
