package org.yijitong.access.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grants;
import org.yijitong.access.Policy;
import org.yijitong.access.SignIn;
import org.yijitong.access.SignedIn;
import org.yijitong.access.Tokens;
import org.yijitong.access.World;
import org.yijitong.organization.Units;
import org.yijitong.organization.api.Program;

/** One's own sign-ins, and the policy, through the interface. */
@ServedTest
class ApiOwnAccountTests {
    private static final String SESSIONS = "/api/v1/account/sessions";

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private World world;
    private World.Tree tree;

    @BeforeEach
    void units() {
        world = new World(context.getBean(Units.class), context.getBean(Accounts.class));
        tree = world.tree();
    }

    /** A program of somebody who is signed in on a device, too. */
    private Program signedIn(String device) {
        String name = world.name("own");
        UUID account = world.account(name, "member", tree.department());
        SignIn.Visitor visitor = new SignIn.Visitor("10.91.3.4", device, "Firefox");
        assertThat(context.getBean(SignIn.class).attempt(name, World.PASSWORD, visitor))
                .isPresent();
        UUID grant = context.getBean(Grants.class).of(account).getFirst().grantId();
        SignedIn who = new SignedIn(account, name, SignedIn.Due.NOTHING, null, null);
        return new Program(
                "http://localhost:" + port, context.getBean(Tokens.class).create(who, grant, "test", 1));
    }

    @Test
    void whereOneIsSignedInIsListedAndEnded() {
        Program own = signedIn("a telephone");
        Program other = signedIn("a desk");
        HttpResponse<String> shown = own.get(SESSIONS);
        assertThat(shown.body()).contains("a telephone").doesNotContain("a desk");
        String session = JsonPath.read(shown.body(), "$[0].id");
        String ending = SESSIONS + "/" + session + "/ending";
        HttpResponse<String> strange = other.post(ending, "");
        assertThat(strange.statusCode()).isEqualTo(404);
        assertThat(strange.body())
                .isEqualTo(other.post(SESSIONS + "/" + UUID.randomUUID() + "/ending", "")
                        .body());
        for (int again = 0; again < 2; again++) {
            assertThat(own.send("POST", ending, "", "Idempotency-Key", "end").statusCode())
                    .isEqualTo(200);
        }
        assertThat(own.get(SESSIONS).body()).isEqualTo("[]");
        assertThat(own.post(ending, "").statusCode()).isEqualTo(404);
        assertThat(other.get(SESSIONS).body()).contains("a desk");
    }

    @Test
    void whoSignedInIsListedForOneselfAlone() {
        Program own = signedIn("a telephone");
        HttpResponse<String> shown = own.get("/api/v1/account/sign-ins");
        assertThat(shown.body())
                .contains("\"outcome\":\"succeeded\"", "Firefox", "10.91.…")
                .doesNotContain("10.91.3.4");
        assertThat(JsonPath.<List<String>>read(shown.body(), "$.signIns[*].outcome"))
                .hasSize(1);
        assertThat(own.get("/api/v1/account/sign-ins?part=-1").statusCode()).isEqualTo(404);
        assertThat(own.get("/api/v1/account/sign-ins?part=1").body()).contains("\"signIns\":[]");
        assertThat(new Program(own.base(), "").get(SESSIONS).statusCode()).isEqualTo(401);
    }

    @Test
    void thePolicyIsDataInPlainWords() {
        Program own = signedIn("a telephone");
        String said = own.get("/api/v1/policy").body();
        Policy policy = context.getBean(Policy.class);
        assertThat(JsonPath.<List<String>>read(said, "$.roles[*].role")).containsExactlyElementsOf(policy.roles());
        assertThat(JsonPath.<List<String>>read(said, "$.actions[*].action"))
                .containsExactlyElementsOf(policy.actions());
        assertThat(JsonPath.<List<String>>read(said, "$.actions[?(@.action == 'account.grant')].who[*].role"))
                .containsExactly("administrator", "security");
        assertThat(JsonPath.<List<String>>read(said, "$.actions[?(@.action == 'account.grant')].means"))
                .containsExactly("给职务、定到期日、收回职务");
        assertThat(own.get("/api/v1/policy", "Cookie", "lang=en").body())
                .contains("Give posts, set their last day", "In one’s own organization and those below it");
        assertThat(new Program(own.base(), "").get("/api/v1/policy").statusCode())
                .isEqualTo(401);
    }
}
