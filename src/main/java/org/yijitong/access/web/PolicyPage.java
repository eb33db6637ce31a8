package org.yijitong.access.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.yijitong.access.Policy;
import org.yijitong.access.Policy.Audience;
import org.yijitong.access.PolicyWords;
import org.yijitong.shared.Words;

/**
 * Who may do what, as the policy file says it.
 *
 * @param roles the reader's own first
 * @param everybody what all may do who are signed in
 * @param anyone what needs no sign-in
 */
public record PolicyPage(List<Role> roles, List<String> everybody, List<String> anyone) {
    /**
     * A role.
     *
     * @param mine whether the reader works as this
     * @param marks what else holds for it, a sentence each
     */
    public record Role(
            String key, String name, String explains, boolean mine, List<String> marks, List<Group> groups) {}

    /** What a role may do as far as this. */
    public record Group(String reach, List<String> deeds) {}

    static PolicyPage of(Policy policy, Words words, String own) {
        var told = new Told(policy, words, new PolicyWords(policy, words));
        return new PolicyPage(
                policy.roles().stream()
                        .sorted(Comparator.comparing((String role) -> !role.equals(own)))
                        .map(role -> told.role(role, own))
                        .toList(),
                told.open(Audience.SIGNED_IN),
                told.open(Audience.ANYONE));
    }

    private record Told(Policy policy, Words words, PolicyWords said) {
        Role role(String role, String own) {
            return new Role(
                    role,
                    said.name(role),
                    said.explains(role),
                    role.equals(own),
                    marks(role),
                    Arrays.stream(Policy.Reach.values())
                            .map(reach -> group(role, reach))
                            .filter(group -> !group.deeds().isEmpty())
                            .toList());
        }

        private Group group(String role, Policy.Reach reach) {
            List<String> deeds = policy.actions().stream()
                    .filter(action ->
                            policy.reach(role, action).filter(reach::equals).isPresent())
                    .map(said::means)
                    .toList();
            return new Group(said.reach(reach), deeds);
        }

        private List<String> marks(String role) {
            var marks = new java.util.ArrayList<String>();
            if (policy.wholeUnit(role)) {
                marks.add(words.t("access.policy.whole"));
            }
            if (policy.needsSecondFactor(role)) {
                marks.add(words.t("access.policy.factor"));
            }
            if (policy.limited(role)) {
                marks.add(words.t("access.policy.limited"));
            }
            if (policy.apart(role).isPresent()) {
                marks.add(words.t("access.policy.apart"));
            }
            List<String> gives = policy.givenBy(role).stream().map(said::name).toList();
            if (!gives.isEmpty()) {
                marks.add(words.t("access.policy.gives", String.join(words.t("access.policy.between"), gives)));
            }
            return List.copyOf(marks);
        }

        List<String> open(Audience audience) {
            return policy.actions().stream()
                    .filter(action -> policy.audience(action) == audience)
                    .map(said::means)
                    .toList();
        }
    }
}
