package org.yijitong.access.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.api.Program;

/** A whole branch invited at once, and who of the roster an account stands for, through the interface. */
class ApiInvitationsTests extends AccountsDesk {
    private String invitations(OrganizationId branch) {
        return unit + "/organizations/" + branch + "/invitations";
    }

    private static List<String> each(HttpResponse<String> answer, String path) {
        return JsonPath.read(answer.body(), path);
    }

    @Test
    void aBranchIsInvitedOnceAndTheCodesAreToldOnce() {
        String other = invitations(made.other());
        List<String> people = each(administrator.get(other), "$[*].id");
        assertThat(people).hasSize(3);
        String body = "{\"role\":\"member\",\"person\":[\"%s\"]}".formatted(String.join("\",\"", people));
        HttpResponse<String> answer = administrator.send("POST", other, body, "Idempotency-Key", "branch");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(each(answer, "$.invitations[*].code")).hasSize(3).doesNotHaveDuplicates();
        HttpResponse<String> again = administrator.send("POST", other, body, "Idempotency-Key", "branch");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).contains("\"invitations\":null");
        assertThat(each(administrator.get(other), "$[*].id")).isEmpty();
        HttpResponse<String> nobody = administrator.post(other, body);
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("\"person\"");
    }

    @Test
    void onlyAnOrdinaryPostForThoseOfTheBranch() {
        String small = invitations(made.small());
        String body = "{\"role\":\"%s\",\"person\":[\"%s\"]}";
        String one = made.person("江未晚").toString();
        for (String role : List.of("administrator", "officer", "boss", "")) {
            HttpResponse<String> refused = administrator.post(small, body.formatted(role, one));
            assertThat(refused.statusCode()).as(role).isEqualTo(422);
            assertThat(refused.body()).as(role).contains("\"role\"");
        }
        for (String wrong : List.of(
                body.formatted("member", made.person("叶疏桐")),
                "{\"role\":\"member\",\"person\":[null]}",
                "{\"role\":\"member\"}",
                "{}")) {
            HttpResponse<String> refused = administrator.post(small, wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
            assertThat(refused.body()).as(wrong).contains("\"person\"");
        }
        String elsewhere = invitations(made.above().rootId());
        assertThat(administrator.get(elsewhere).statusCode()).isEqualTo(404);
        assertThat(administrator.post(elsewhere, body.formatted("member", one)).statusCode())
                .isEqualTo(404);
        for (String role : List.of("system", "security", "auditor", "officer")) {
            Program by =
                    Program.as(context, port, role, made.unit(), made.unit().rootId());
            assertThat(by.get(small).statusCode()).as(role).isEqualTo(404);
            assertThat(by.post(small, body.formatted("member", one)).statusCode())
                    .as(role)
                    .isEqualTo(404);
        }
    }

    @Test
    void whoHoldsAnAccountIsSaidAgainstWhatWasRead() {
        String account = JsonPath.read(
                administrator
                        .post(
                                unit + "/accounts",
                                "{\"name\":\"h%s\",\"displayName\":\"无此人\"}"
                                        .formatted(UUID.randomUUID().toString().substring(0, 8)))
                        .body(),
                "$.href");
        String person = account + "/person";
        HttpResponse<String> read = administrator.get(person);
        assertThat(read.body()).isEqualTo("{\"person\":null,\"name\":null}");
        String tag = read.headers().firstValue("ETag").orElseThrow();
        String body = "{\"person\":\"" + made.person("唐予安") + "\"}";
        assertThat(administrator.send("PUT", person, body).statusCode()).isEqualTo(428);
        HttpResponse<String> said = administrator.send("PUT", person, body, "If-Match", tag);
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        assertThat(said.body()).contains("唐予安");
        assertThat(administrator.send("PUT", person, "{}", "If-Match", tag).statusCode())
                .as("read before")
                .isEqualTo(412);
        String present = said.headers().firstValue("ETag").orElseThrow();
        String nobody = "{\"person\":\"" + UUID.randomUUID() + "\"}";
        HttpResponse<String> wrong = administrator.send("PUT", person, nobody, "If-Match", present);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"person\"");
        assertThat(administrator.send("PUT", person, "{}", "If-Match", present).statusCode())
                .isEqualTo(200);
    }
}
