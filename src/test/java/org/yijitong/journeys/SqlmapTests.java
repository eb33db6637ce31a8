package org.yijitong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.AttackedTest;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.api.Program;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** sqlmap, as an officer's program, at every parameter of everything that the interface lets be read. Takes long. */
@AttackedTest
@Tag("long")
class SqlmapTests {
    private static final String NO_SUCH = "00000000-0000-7000-8000-000000000000";

    private final ApplicationContext context;
    private final int port;

    @TempDir
    Path folder;

    @Autowired
    SqlmapTests(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.port = port;
    }

    @Test
    void noParameterIsPartOfAStatement() throws IOException, InterruptedException {
        SampleUnit.Made made = Sample.of(context);
        Program officer =
                Program.as(context, port, "officer", made.unit(), made.unit().rootId());
        JsonNode api = new JsonMapper().readTree(officer.get("/api/v1/openapi").body());
        List<String> addresses = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
            JsonNode get = path.getValue().path("get");
            if (!get.path("parameters").isEmpty()) {
                addresses.add(officer.base() + address(path.getKey(), get.path("parameters"), made));
            }
        }
        String log = sqlmap(officer, Files.write(folder.resolve("addresses"), addresses));
        long tested = log.lines().filter(line -> line.contains("testing URL")).count();
        System.out.println("sqlmap: " + tested + " of " + addresses.size() + " addresses, "
                + log.lines().filter(line -> line.contains("testing if")).count() + " parameters");
        assertThat(tested).as(log).isEqualTo(addresses.size());
        assertThat(log)
                .doesNotContain("identified the following injection point")
                .doesNotContain("is vulnerable");
    }

    /** What it said of them. */
    private String sqlmap(Program as, Path addresses) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        List<String> command = List.of(
                "sqlmap",
                "-m",
                addresses.toString(),
                "--ignore-stdin",
                "--headers=Authorization: Bearer " + as.token(),
                "--batch",
                "--level=2",
                "--risk=1",
                "--dbms=PostgreSQL",
                "--skip-waf",
                "--ignore-code=*",
                "--flush-session",
                "--disable-coloring",
                "--output-dir=" + folder.resolve("out"));
        int ended = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        String log = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(ended).as(log).isZero();
        return log;
    }

    /** With a star behind each parameter, where sqlmap puts in what it tries. */
    private static String address(String pattern, JsonNode parameters, SampleUnit.Made made) {
        String path = pattern.replace("{unit}", made.unit().unitId() + "*")
                .replace("{organization}", made.third() + "*")
                .replaceAll("\\{[^}]+}", NO_SUCH + "*");
        List<String> query = new ArrayList<>();
        for (JsonNode each : parameters) {
            if (each.path("in").asString("").equals("query")) {
                query.add(each.path("name").asString("") + "=1*");
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
