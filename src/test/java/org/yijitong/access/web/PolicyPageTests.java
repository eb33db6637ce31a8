package org.yijitong.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.yijitong.access.Policy;
import org.yijitong.overview.OverviewDesk;

/** The page that reads the policy file says what the file says, of every role and every action, in three languages. */
class PolicyPageTests extends OverviewDesk {
    @Autowired
    Policy policy;

    @Autowired
    MessageSource messages;

    private Browser as(String role) {
        return as(role, made.unit().unitId(), made.unit().rootId());
    }

    @Test
    void everybodySignedInReadsTheirOwnPostFirstAndAllOthers() {
        for (String role : List.of("auditor", "member", "staff")) {
            Document shown = page(as(role).get("/policy"));
            List<String> names = shown.select("section h2[id]").eachAttr("id");
            assertThat(names.getFirst()).isEqualTo(role);
            assertThat(names).containsExactlyInAnyOrderElementsOf(policy.roles());
        }
    }

    @Test
    void everyLineIsThatOfTheFile() {
        Document shown = page(as("officer").get("/policy"));
        for (String role : policy.roles()) {
            Element section = shown.selectFirst("section:has(h2#" + role + ")");
            List<String> expected = Stream.of(Policy.Reach.values())
                    .flatMap(reach -> policy.actions().stream()
                            .filter(action -> policy.reach(role, action)
                                    .filter(reach::equals)
                                    .isPresent()))
                    .map(policy::means)
                    .toList();
            assertThat(java.util.Objects.requireNonNull(section)
                            .select("ul:not(.muted) li")
                            .eachText())
                    .as(role)
                    .isEqualTo(expected);
            assertThat(section.text()).contains(policy.explains(role));
        }
        long open = policy.actions().stream()
                .filter(action -> policy.audience(action) != Policy.Audience.ROLES)
                .count();
        assertThat(shown.select("section:not(:has(h2[id])) li")).hasSize((int) open);
    }

    @Test
    void whoeverIsNotSignedInIsSentToSignIn() {
        assertThat(status(new Browser(mvc).get("/policy"))).isEqualTo(303);
    }

    /** In Chinese the page says the words of the file; what they are in the other languages stands in the messages. */
    @Test
    void everyActionAndEveryRoleIsTranslated() {
        Stream<String> keys = Stream.concat(
                policy.roles().stream().map(role -> "access.policy.role." + role),
                policy.actions().stream().map(action -> "access.policy.action." + action));
        assertThat(keys.filter(key -> Objects.toString(messages.getMessage(key, null, "", Locale.ENGLISH), "")
                        .isBlank()))
                .as("write these into messages/access*.properties")
                .isEmpty();
        Browser officer = as("officer");
        officer.post("/preferences", "lang", "en", "back", "/policy");
        assertThat(page(officer.get("/policy")).select("section li").eachText())
                .contains("See rosters and people")
                .noneMatch(deed -> deed.matches(".*\\p{IsHan}.*"));
    }
}
