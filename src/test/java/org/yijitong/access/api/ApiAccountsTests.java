package org.yijitong.access.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.SignIn;
import org.yijitong.access.World;
import org.yijitong.organization.Units.Unit;
import org.yijitong.organization.api.Program;
import org.yijitong.shared.Days;

/** The accounts of a unit through the interface: the same verbs, rights and refusals as on the pages. */
class ApiAccountsTests extends AccountsDesk {
    private boolean signsIn(String name, String password) {
        SignIn.Visitor visitor = new SignIn.Visitor("10.77." + name.length() + ".1", "test", "test");
        return context.getBean(SignIn.class).attempt(name, password, visitor).isPresent();
    }

    private void refused(Program by, String path, String body, int status, String named) {
        HttpResponse<String> answer = by.post(path, body);
        assertThat(answer.statusCode()).as(path + body + answer.body()).isEqualTo(status);
        assertThat(answer.body()).as(path + body).contains(named);
    }

    @Test
    void anAccountIsOpenedReadSuspendedAndLetInAgain() {
        String name = name();
        HttpResponse<String> answer = administrator.post(
                accounts, "{\"name\":\"%s\",\"displayName\":\"沈南乔\",\"role\":\"member\"}".formatted(name));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String one = answer.headers().firstValue("Location").orElseThrow();
        assertThat(signsIn(name, read(answer, "$.code"))).isTrue();
        HttpResponse<String> shown = administrator.get(one);
        assertThat(read(shown, "$.displayName")).isEqualTo("沈南乔");
        assertThat(read(shown, "$.roles")).isEqualTo("[\"member\"]");
        assertThat(read(shown, "$.awaitsPassword")).isEqualTo("true");
        String tag = shown.headers().firstValue("ETag").orElseThrow();
        assertThat(administrator.get(one, "If-None-Match", tag).statusCode()).isEqualTo(304);
        String code = read(administrator.post(one + "/codes", ""), "$.code");
        assertThat(administrator.post(one + "/suspension", "").statusCode()).isEqualTo(200);
        assertThat(administrator.get(one, "If-None-Match", tag).body())
                .doesNotContain("\"suspendedAt\":null")
                .contains("suspendedAt");
        assertThat(signsIn(name, code)).as("suspended").isFalse();
        assertThat(administrator.post(one + "/reinstatement", "").statusCode()).isEqualTo(200);
        String again = read(administrator.post(one + "/codes", ""), "$.code");
        assertThat(signsIn(name, code)).as("an earlier code").isFalse();
        assertThat(signsIn(name, again)).isTrue();
        assertThat(administrator.post(one + "/sessions/ending", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPostIsGivenUntilADayAndTakenAway() {
        String grants = opened("member") + "/grants";
        String last = context.getBean(Days.class).today().plusDays(30).toString();
        String third = made.third().toString();
        String given = read(
                administrator.post(
                        grants,
                        "{\"role\":\"secretary\",\"organization\":\"%s\",\"until\":\"%s\"}".formatted(third, last)),
                "$.href");
        assertThat(read(administrator.get(given), "$.until")).isEqualTo(last);
        assertThat(read(administrator.get(given), "$.organization")).isEqualTo(third);
        assertThat(read(administrator.get(grants), "$[*].role")).contains("member", "secretary");
        refused(administrator, given + "/ending", "{\"until\":\"" + last + "\"}", 422, "\"until\"");
        refused(administrator, given + "/ending", "{\"until\":\"2020-01-01\"}", 422, "\"until\"");
        String sooner = context.getBean(Days.class).today().plusDays(3).toString();
        assertThat(administrator
                        .post(given + "/ending", "{\"until\":\"" + sooner + "\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(read(administrator.get(given), "$.until")).isEqualTo(sooner);
        assertThat(administrator.post(given + "/ending", "{}").statusCode()).isEqualTo(200);
        assertThat(administrator.get(given).statusCode()).isEqualTo(404);
        refused(administrator, given + "/ending", "{}", 404, "404");
    }

    @Test
    void nobodyGivesMoreThanTheyMayOrElsewhere() {
        String grants = opened("member") + "/grants";
        Program security = as("security");
        refused(security, grants, "{\"role\":\"administrator\"}", 422, "\"role\"");
        assertThat(security.post(grants, "{\"role\":\"officer\"}").statusCode()).isEqualTo(201);
        refused(administrator, grants, "{\"role\":\"officer\"}", 422, "\"role\"");
        refused(administrator, grants, "{\"role\":\"boss\"}", 422, "\"role\"");
        refused(administrator, grants, "{}", 422, "\"role\"");
        String elsewhere = sample().third().toString();
        refused(
                administrator,
                grants,
                "{\"role\":\"secretary\",\"organization\":\"" + elsewhere + "\"}",
                422,
                "\"organization\"");
        refused(administrator, grants, "{\"role\":\"staff\",\"until\":\"2020-01-01\"}", 422, "\"until\"");
        refused(administrator, grants, "{\"role\":\"staff\",\"until\":\"+99999-01-01\"}", 422, "\"until\"");
        refused(administrator, grants, "{\"role\":\"staff\",\"until\":\"soon\"}", 400, "\"until\"");
        assertThat(administrator.post(grants, "{\"role\":\"system\"}").statusCode())
                .isEqualTo(201);
        refused(administrator, grants, "{\"role\":\"auditor\"}", 422, "\"role\"");
        refused(as("system"), accounts, "{\"name\":\"x1\",\"displayName\":\"某\",\"role\":\"member\"}", 422, "\"role\"");
    }

    @Test
    void eachRoleDoesItsPartAndOthersFindNothing() {
        String one = opened("member");
        Map<String, List<String>> may = Map.of(
                "administrator", List.of("see", "manage", "grant"),
                "system", List.of("see", "manage"),
                "security", List.of("see", "grant"),
                "auditor", List.of("see"));
        for (String role : List.of("administrator", "system", "security", "auditor", "officer", "staff", "member")) {
            Program by = as(role);
            List<String> parts = may.getOrDefault(role, List.of());
            for (String path : List.of(accounts, one, one + "/grants")) {
                assertThat(by.get(path).statusCode()).as(role + path).isEqualTo(parts.contains("see") ? 200 : 404);
            }
            assertThat(by.post(one + "/codes", "").statusCode())
                    .as(role)
                    .isEqualTo(parts.contains("manage") ? 201 : 404);
            assertThat(by.post(one + "/grants", "{\"role\":\"boss\"}").statusCode())
                    .as(role)
                    .isEqualTo(parts.contains("grant") ? 422 : 404);
            assertThat(by.get(one + "/person").statusCode())
                    .as(role)
                    .isEqualTo(role.equals("administrator") ? 200 : 404);
        }
        assertThat(new Program(administrator.base(), "").get(accounts).statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsOfAnotherUnitLooksLikeWhatIsNot() {
        Unit other = sample().unit();
        UUID stranger = context.getBean(Accounts.class)
                .create(
                        name(),
                        "外人",
                        World.PASSWORD,
                        List.of(new Grant(
                                "member", other.unitId(), other.rootId().value())));
        String grant = "/grants/" + UUID.randomUUID();
        for (String path : List.of("", "/grants", "/person", grant)) {
            same(
                    administrator.get(accounts + "/" + stranger + path),
                    administrator.get(accounts + "/" + UUID.randomUUID() + path));
        }
        for (String deed : List.of(
                "/codes",
                "/suspension",
                "/reinstatement",
                "/sessions/ending",
                "/identity/removal",
                "/grants",
                grant + "/ending")) {
            String body = deed.equals("/grants") ? "{\"role\":\"member\"}" : "{}";
            same(
                    administrator.post(accounts + "/" + stranger + deed, body),
                    administrator.post(accounts + "/" + UUID.randomUUID() + deed, body));
            String there = "/api/v1/units/" + other.unitId() + "/accounts/" + stranger + deed;
            assertThat(administrator.post(there, body).statusCode()).as(there).isEqualTo(404);
        }
        assertThat(administrator.get(accounts + "?size=100").body()).doesNotContain(stranger.toString());
    }

    private static void same(HttpResponse<String> foreign, HttpResponse<String> absent) {
        assertThat(foreign.statusCode()).as(foreign.uri().getPath()).isEqualTo(404);
        assertThat(foreign.body()).as(foreign.uri().getPath()).isEqualTo(absent.body());
    }

    @Test
    void whatCannotBeTakenIsSaidByField() {
        String taken = name();
        String body = "{\"name\":\"%s\",\"displayName\":\"%s\"}";
        assertThat(administrator.post(accounts, body.formatted(taken, "某人")).statusCode())
                .isEqualTo(201);
        refused(administrator, accounts, body.formatted(taken, "另一人"), 422, "\"name\"");
        refused(administrator, accounts, body.formatted("a b", "某人"), 422, "\"name\"");
        refused(administrator, accounts, body.formatted(name(), " "), 422, "\"displayName\"");
        refused(administrator, accounts, "{}", 422, "\"displayName\"");
        refused(administrator, accounts, "{\"name\":\"x\",\"admin\":true}", 400, "\"admin\"");
        refused(administrator, accounts, "[", 400, "400");
        assertThat(administrator.get(accounts + "?size=0").body()).contains("\"size\"");
        assertThat(administrator.get(accounts + "?after=%0A").body()).contains("\"after\"");
    }

    @Test
    void aListGoesOnFromItsLastName() {
        for (int i = 0; i < 3; i++) {
            opened("member");
        }
        List<String> names = new ArrayList<>();
        String next = accounts + "?size=2";
        for (int pages = 0; next != null && pages < 10; pages++) {
            HttpResponse<String> page = administrator.get(next);
            names.addAll(JsonPath.<List<String>>read(page.body(), "$.accounts[*].name"));
            next = JsonPath.read(page.body(), "$.next");
        }
        assertThat(names).hasSize(4).doesNotHaveDuplicates().isSorted();
    }
}
