package org.yijitong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The policy file is read strictly. */
class PolicyFileTests {
    private static final String GOOD = """
            roles:
              officer: {name: 干部, explains: test, gives: [officer]}
            actions:
              thing.see: {means: test, who: {officer: own and below}}
            routes:
              GET /thing: thing.see
            """;

    @Test
    void aRuleSaysHowFarARoleReaches() {
        Policy policy = PolicyFile.read(GOOD);
        assertThat(policy.reach("officer", "thing.see")).contains(Policy.Reach.OWN_AND_BELOW);
        assertThat(policy.action("HEAD", "/thing")).contains("thing.see");
        assertThat(policy.action("POST", "/thing")).isEmpty();
        assertThat(policy.gives("officer", "officer")).isTrue();
        assertThat(policy.gives("stranger", "officer")).isFalse();
    }

    @Test
    void oneLineMaySaySeveralMethodsOfAPath() {
        Policy policy = PolicyFile.read(GOOD.replace("GET /thing", "GET, POST /thing"));
        assertThat(policy.action("GET", "/thing")).contains("thing.see");
        assertThat(policy.action("POST", "/thing")).contains("thing.see");
        assertThat(policy.action("PUT", "/thing")).isEmpty();
    }

    @Test
    void whatIsWrittenTwiceIsRefused() {
        refused(GOOD + "  GET /thing: thing.see\n", "GET /thing");
        refused(GOOD + "  POST, GET /thing: thing.see\n", "said twice: GET /thing");
        refused(GOOD.replace("routes:", "  thing.see: {means: other, who: anyone}\nroutes:"), "thing.see");
    }

    @Test
    void whatIsNotUnderstoodIsRefusedAndNamed() {
        refused(GOOD.replace("own and below", "everywhere"), "everywhere");
        refused(GOOD.replace("{officer: own", "{oficer: own"), "oficer");
        refused(GOOD.replace("/thing: thing.see", "/thing: thing.sea"), "thing.sea");
        refused(GOOD.replace("GET /thing", "FETCH /thing"), "FETCH");
        refused(GOOD.replace("explains: test, ", ""), "explains");
        refused(GOOD.replace("means: test", "menas: test"), "menas");
        refused(GOOD.replace("[officer]", "[boss]"), "boss");
        refused(GOOD.replace("gives: [officer]", "apart: ''"), "apart");
        refused(GOOD + "more: {}\n", "more");
        refused("", "policy file");
    }

    /** Otherwise one would be given what one could not take, by way of another. */
    @Test
    void nobodyGivesInTwoStepsWhatTheyCannotGiveInOne() {
        String boss =
                "roles:\n  boss: {name: 领导, explains: test, gives: [officer]}\n  member: {name: 人, explains: test}\n";
        refused(
                GOOD.replace("roles:\n", boss)
                        .replace("gives: [officer]}\nactions", "gives: [officer, member]}\nactions"),
                "role boss gives officer, which gives what boss does not give: unknown: member");
    }

    @Test
    void theThreeAdministratorsAreKeptApart() throws IOException {
        Policy policy = PolicyFile.read(Probe.realPolicy());
        for (String role : List.of("administrator", "system", "security", "auditor", "trustee")) {
            assertThat(policy.apart(role)).as(role).isEqualTo(policy.apart("administrator"));
            assertThat(policy.needsSecondFactor(role)).as(role).isTrue();
        }
        assertThat(policy.givenBy("auditor")).isEmpty();
        assertThat(policy.givenBy("system")).isEmpty();
    }

    @Test
    void theFileAndThePagesCallARoleTheSame() throws IOException {
        Policy policy = PolicyFile.read(Probe.realPolicy());
        Properties words = PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("messages/access.properties"), StandardCharsets.UTF_8));
        for (String role : policy.roles()) {
            assertThat(words.getProperty("access.role." + role)).isEqualTo(policy.nameOf(role));
        }
    }

    /** The page of the policy says in Chinese what the file says; a word changed in one of them only is found. */
    @Test
    void theFileAndThePagesSayTheSameOfRolesAndActions() throws IOException {
        Policy policy = PolicyFile.read(Probe.realPolicy());
        Properties words = PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("messages/access.properties"), StandardCharsets.UTF_8));
        for (String action : policy.actions()) {
            assertThat(words.getProperty("access.policy.action." + action))
                    .as(action)
                    .isEqualTo(policy.means(action));
        }
        for (String role : policy.roles()) {
            assertThat(words.getProperty("access.policy.role." + role)).as(role).isEqualTo(policy.explains(role));
        }
    }

    private static void refused(String text, String named) {
        assertThatThrownBy(() -> PolicyFile.read(text)).hasMessageContaining(named);
    }
}
