package org.yijitong.organization.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.organization.Identities;
import org.yijitong.organization.SampleUnit;

/** What programs may do, must not do, and are told. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTests {
    private static final String NUMBER = "990104198003070017";
    private static final List<String> GARBAGE = List.of(
            "",
            "[",
            "7",
            "null",
            "{\"on\":\"yesterday\"}",
            "{\"name\":{}}",
            "{\"reason\":\"\\u0000\"}",
            "{\"reason\":\"\\ud83d\"}");

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private SampleUnit.Made made;
    private Program officer;
    private Program secretary;
    private Program stranger;
    private String unit;

    @BeforeAll
    void aUnitAndThoseWhoAsk() {
        made = sample();
        SampleUnit.Made other = sample();
        officer = Program.as(context, port, "officer", made.unit(), made.unit().rootId());
        secretary = Program.as(context, port, "secretary", made.unit(), made.third());
        stranger =
                Program.as(context, port, "officer", other.unit(), other.unit().rootId());
        unit = "/api/v1/units/" + made.unit().unitId();
    }

    private SampleUnit.Made sample() {
        return context.getAutowireCapableBeanFactory()
                .createBean(SampleUnit.class)
                .make();
    }

    @Test
    void everythingReadAnswersThoseWithinReachAndNobodyElse() {
        for (String path : List.of(
                unit + "/organizations",
                unit + "/organizations/" + made.third(),
                unit + "/organizations/" + made.third() + "/history",
                unit + "/people",
                unit + "/people/" + made.person("林若川"))) {
            assertThat(officer.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(secretary.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
            HttpResponse<String> nobody = new Program(officer.base(), "").get(path);
            assertThat(nobody.statusCode()).as(path).isEqualTo(401);
            assertThat(nobody.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(secretary.get(unit + "/organizations/" + made.other()).statusCode())
                .isEqualTo(404);
        assertThat(officer.get("/api/v1/units").body())
                .contains(made.unit().unitId().toString());
    }

    @Test
    void everyChangeIsRefusedToARoleWithoutTheRightAndToStrangers() {
        String third = unit + "/organizations/" + made.third();
        String person = unit + "/people/" + made.person("林若川");
        List<String> paths = new ArrayList<>(List.of(unit + "/organizations", unit + "/people"));
        for (String deed :
                List.of("renamings", "moves", "amendments", "mergers", "splits", "closures", "corrections")) {
            paths.add(third + "/" + deed);
        }
        List.of("appointments", "reliefs", "handovers").forEach(deed -> paths.add(third + "/" + deed));
        List.of("transfers", "leavings", "mergers").forEach(deed -> paths.add(person + "/" + deed));
        for (String path : paths) {
            assertThat(secretary.post(path, "{}").statusCode()).as(path).isEqualTo(404);
            assertThat(stranger.post(path, "{}").statusCode()).as(path).isEqualTo(404);
            HttpResponse<String> empty = officer.post(path, "{}");
            assertThat(empty.statusCode()).as(path + empty.body()).isEqualTo(422);
            assertThat(empty.body()).as(path).contains("\"faults\"");
            assertThat(officer.post(path, "{\"unit_id\":1,\"admin\":true}").statusCode())
                    .as(path)
                    .isEqualTo(400);
            for (String garbage : GARBAGE) {
                assertThat(officer.post(path, garbage).statusCode())
                        .as(path + garbage)
                        .isIn(400, 422);
            }
        }
    }

    @Test
    void whoLooksFromAboveSaysWhy() {
        Program staff =
                Program.as(context, port, "staff", made.above(), made.above().rootId());
        assertThat(staff.get(unit + "/organizations").statusCode()).isEqualTo(200);
        String person = unit + "/people/" + made.person("林若川");
        for (String path : List.of(unit + "/people", person, unit + "/organizations/" + made.third())) {
            assertThat(staff.get(path).statusCode()).as(path).isEqualTo(428);
            assertThat(staff.get(path, "Yijitong-Reason", "%E6%A0%B8%E5%AF%B9").statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(staff.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void anOrganizationLivesThroughTheInterface() {
        String organizations = unit + "/organizations";
        String root = made.unit().rootId().toString();
        String branch = made(officer.post(
                organizations,
                "{\"name\":\"第六党支部\",\"kind\":\"BRANCH\",\"superior\":\"%s\",\"on\":\"2021-03-01\"}".formatted(root)));
        changed(branch + "/renamings", "{\"name\":\"第六联合党支部\",\"on\":\"2022-03-01\"}");
        changed(branch + "/amendments", "{\"kind\":\"JOINT_BRANCH\",\"position\":3,\"on\":\"2022-03-01\"}");
        assertThat(officer.get(branch + "?on=2021-05-01").body()).contains("第六党支部");
        assertThat(officer.get(branch + "?on=2022-05-01").body()).contains("第六联合党支部", "JOINT_BRANCH");
        assertThat(officer.get(branch + "?on=2020-01-01").statusCode()).isEqualTo(404);
        assertThat(officer.get(branch + "/history").body()).contains("FOUNDED", "RENAMED", "AMENDED");
        String person = made(officer.post(
                unit + "/people",
                "{\"details\":{\"name\":\"顾北辰\"},\"belonging\":{\"organization\":\"%s\",\"kind\":\"FULL\"},\"from\":\"2022-06-01\"}"
                        .formatted(last(branch))));
        changed(
                branch + "/appointments",
                "{\"post\":\"SECRETARY\",\"person\":\"%s\",\"on\":\"2022-07-01\"}".formatted(last(person)));
        assertThat(officer.get(branch).body()).contains("SECRETARY", "顾北辰");
        changed(
                branch + "/reliefs",
                "{\"post\":\"SECRETARY\",\"person\":\"%s\",\"on\":\"2023-07-01\"}".formatted(last(person)));
        changed(
                person + "/transfers",
                "{\"belonging\":{\"organization\":\"%s\",\"kind\":\"FULL\"},\"on\":\"2024-01-01\"}"
                        .formatted(made.small()));
        changed(branch + "/closures", "{\"on\":\"2024-02-01\"}");
        assertThat(officer.post(branch + "/closures", "{\"on\":\"2024-02-01\"}").statusCode())
                .isEqualTo(409);
        changed(person + "/leavings", "{\"why\":\"TRANSFER\",\"on\":\"2024-06-01\"}");
    }

    @Test
    void pagesAreBoundedAndLeadOn() {
        HttpResponse<String> first = officer.get(unit + "/people?size=2");
        String link = first.headers().firstValue("Link").orElseThrow();
        assertThat(link).endsWith("; rel=\"next\"");
        String next = link.substring(1, link.indexOf('>'));
        assertThat(officer.get(next).statusCode()).isEqualTo(200);
        assertThat(ids(officer.get(next).body())).hasSize(2).doesNotContainAnyElementsOf(ids(first.body()));
        for (String wrong : List.of("size=0", "size=101", "size=-1", "kind=x", "after=~", "on=2020-13-01", "as=x")) {
            assertThat(officer.get(unit + "/people?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(officer.get(unit + "/people?size=x").statusCode()).isEqualTo(400);
        assertThat(officer.get(unit + "/people/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void aPersonIsReplacedOnlyAsItWasRead() {
        String path = unit + "/people/" + made.person("沈南乔");
        String body = "{\"details\":{\"name\":\"沈南乔\",\"jobTitle\":\"处长\"}}";
        String tag = officer.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(officer.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(officer.send("PUT", path, body).statusCode()).isEqualTo(428);
        assertThat(stranger.send("PUT", path, body, "If-Match", tag).statusCode())
                .isEqualTo(404);
        assertThat(officer.send("PUT", path, body, "If-Match", tag).body()).contains("处长");
        assertThat(officer.send("PUT", path, body, "If-Match", tag).statusCode())
                .isEqualTo(412);
    }

    @Test
    void aPostWithoutAKeyOrWithAUsedOneIsRefused() {
        String path = unit + "/organizations/" + made.small() + "/renamings";
        String json = "{\"name\":\"第二支部甲\",\"on\":\"2025-01-01\"}";
        assertThat(officer.send("POST", path, json).statusCode()).isEqualTo(400);
        assertThat(officer.send("POST", path, json, "Idempotency-Key", "k1").statusCode())
                .isEqualTo(200);
        assertThat(officer.send("POST", path, json, "Idempotency-Key", "k1").statusCode())
                .isEqualTo(200);
        assertThat(officer.send("POST", path, json.replace("甲", "乙"), "Idempotency-Key", "k1")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void identityNumbersAreNeverWhole() {
        context.getBean(Identities.class).keep(made.scope(), made.person("陆知行"), NUMBER);
        String one = officer.get(unit + "/people/" + made.person("陆知行")).body();
        assertThat(one).contains("9901************17").doesNotContain(NUMBER);
        assertThat(officer.get(unit + "/people").body()).doesNotContain(NUMBER);
    }

    @Test
    void theDescriptionTellsOfTheInterfaceAndNothingElse() {
        String described =
                new Program(officer.base(), "").get("/api/v1/openapi").body();
        assertThat(described).contains("\"openapi\":\"3.1", "\"bearer\"", "Idempotency-Key", "/corrections");
        List<String> paths = Pattern.compile("\"(/[^\"]*)\":\\{\"(?:get|post|put)\"")
                .matcher(described)
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(paths).hasSizeGreaterThan(20).allMatch(path -> path.startsWith("/api/v1/"));
        assertThat(described).doesNotContain("\"CurrentUser\"", "\"Scope\"", "\"SignedIn\"");
    }

    /** Every command of the document is run as it stands there. */
    @Test
    void theWalkOfTheDocumentCanBeWalked() throws IOException, InterruptedException {
        String document = Files.readString(Path.of("docs", "api.md"));
        Path folder = Files.createTempDirectory(Path.of("target"), "walk");
        Path script = Files.writeString(folder.resolve("walk.sh"), "set -eu\n" + blocks(document, "sh"));
        ProcessBuilder walk = new ProcessBuilder("bash", script.toAbsolutePath().toString());
        Program administrator = Program.as(
                context, port, "administrator", made.unit(), made.unit().rootId());
        walk.environment().putAll(Map.of("BASE", officer.base(), "TOKEN", officer.token(), "no_proxy", "localhost"));
        walk.environment().put("ADMIN", administrator.token());
        Path output = folder.resolve("output.txt");
        int ended = walk.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        List<String> answered = Pattern.compile("HTTP/1\\.1 \\d{3}")
                .matcher(Files.readString(output))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(ended).as(Files.readString(output)).isZero();
        assertThat(answered)
                .isNotEmpty()
                .isEqualTo(blocks(document, "text").lines().toList());
    }

    private static String blocks(String document, String language) {
        StringBuilder all = new StringBuilder();
        Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(document)
                .results()
                .forEach(block -> all.append(block.group(1)));
        return all.toString();
    }

    private String made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private void changed(String path, String json) {
        HttpResponse<String> answer = officer.post(path, json);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    }

    private static String last(String path) {
        return Objects.requireNonNull(path).substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> ids(String body) {
        return Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(body)
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
